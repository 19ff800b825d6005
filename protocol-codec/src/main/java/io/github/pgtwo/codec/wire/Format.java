package io.github.pgtwo.codec.wire;

import java.util.function.Function;

/**
 * The layout of any message but a row.
 *
 * @param shape finds its end
 * @param reader reads its fields, once all of it has arrived
 */
public record Format<M>(String name, char tag, boolean endsWithStream, Shape shape, Function<FrameReader, M> reader)
        implements Layout<M> {

    /** A message that is only whole with its last byte. */
    public Format(String name, char tag, Shape shape, Function<FrameReader, M> reader) {
        this(name, tag, false, shape, reader);
    }
}
