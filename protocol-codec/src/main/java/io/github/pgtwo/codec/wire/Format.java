package io.github.pgtwo.codec.wire;

import java.util.function.Function;

/**
 * The layout of any message but a row.
 *
 * @param recurs whether it tends to come again and again with the same bytes, so that it need not be made anew
 * @param shape finds its end
 * @param reader reads its fields, once all of it has arrived
 */
public record Format<M>(
        String name, char tag, boolean endsWithStream, boolean recurs, Shape shape, Function<FrameReader, M> reader)
        implements Layout<M> {

    /** A message that is only whole with its last byte. */
    public Format(String name, char tag, Shape shape, Function<FrameReader, M> reader) {
        this(name, tag, false, false, shape, reader);
    }

    /** A message whose last byte may be missing if the stream ends there. */
    public static <M> Format<M> endingWithStream(String name, char tag, Shape shape, Function<FrameReader, M> reader) {
        return new Format<>(name, tag, true, false, shape, reader);
    }

    /** A message that tends to come again and again; its records are immutable, and one is as good as another. */
    public static <M> Format<M> recurring(String name, char tag, Shape shape, Function<FrameReader, M> reader) {
        return new Format<>(name, tag, false, true, shape, reader);
    }
}
