package io.github.pgtwo.codec;

/**
 * The peer's bytes are malformed, exceed a limit, or are illegal now. Without lengths in front of its
 * messages the stream cannot be brought back into step: the session stays failed.
 */
public final class RemoteProtocolException extends CodecException {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final String field;
    private final long offset;
    private final boolean endOfStream;

    /**
     * Names the place and the problem.
     *
     * @param message the message's name in the protocol text
     * @param field the field's name, or empty if the message as a whole is wrong
     * @param offset the field's place in bytes, counted from the first byte that the peer sent
     * @param problem what is wrong with it
     */
    public RemoteProtocolException(String message, String field, long offset, String problem) {
        this(message, field, offset, problem, false);
    }

    private RemoteProtocolException(String message, String field, long offset, String problem, boolean endOfStream) {
        super(message + (field.isEmpty() ? "" : "." + field) + " at byte " + offset + ": " + problem);
        this.message = message;
        this.field = field;
        this.offset = offset;
        this.endOfStream = endOfStream;
    }

    /** The same for a stream that ended where it must not, inside this message or instead of one. */
    public static RemoteProtocolException atEnd(String message, long offset, String problem) {
        return new RemoteProtocolException(message, "", offset, problem, true);
    }

    /** The name of the message that was being read. */
    public String messageName() {
        return message;
    }

    /** The name of the field, or empty. */
    public String field() {
        return field;
    }

    /** Where the field begins, counted from the first byte that the peer sent. */
    public long offset() {
        return offset;
    }

    /** Whether the stream ended where it must not: the connection was lost, rather than abused. */
    public boolean endOfStream() {
        return endOfStream;
    }
}
