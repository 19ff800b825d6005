package io.github.pgtwo.codec.wire;

import java.util.function.Function;

/**
 * All that decoding needs to know of one message.
 *
 * @param name the message's name in the protocol text
 * @param tag its first byte, or 0 for the packets that have none
 * @param endsWithStream whether the end of the stream may stand for the NUL at its end
 * @param shape finds its end
 * @param reader reads its fields, once all of it has arrived
 */
public record Format<M>(String name, char tag, boolean endsWithStream, Shape shape, Function<FrameReader, M> reader) {

    /** A message that is only whole with its last byte. */
    public Format(String name, char tag, Shape shape, Function<FrameReader, M> reader) {
        this(name, tag, false, shape, reader);
    }

    /** How many bytes stand before the first field. */
    public int tagLength() {
        return tag == 0 ? 0 : 1;
    }
}
