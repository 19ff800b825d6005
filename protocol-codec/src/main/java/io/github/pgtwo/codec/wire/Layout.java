package io.github.pgtwo.codec.wire;

/** All that decoding needs to know of one message. */
public sealed interface Layout<M> permits Format, RowFormat {
    /** The message's name in the protocol text. */
    String name();

    /** Its first byte, or 0 for the packets that have none. */
    char tag();

    /** How many bytes stand before the first field. */
    default int tagLength() {
        return tag() == 0 ? 0 : 1;
    }

    /** Whether the end of the stream may stand for the NUL at its end. */
    default boolean endsWithStream() {
        return false;
    }
}
