package io.github.pgtwo.client.encoding;

import org.jspecify.annotations.Nullable;

/** A text cannot be said in a charset, bytes are no text in it, or there is no charset for an encoding. */
public final class TextEncodingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The {@link #position} where the problem is with no place of a text. */
    public static final int NOWHERE = -1;

    private final int position;

    TextEncodingException(String text, int position) {
        this(text, position, null);
    }

    TextEncodingException(String text, int position, @Nullable Throwable cause) {
        super(text, cause);
        this.position = position;
    }

    /** Where the problem is, from 0: in {@code char}s of a text, or in bytes; {@link #NOWHERE} if in no such place. */
    public int position() {
        return position;
    }
}
