package io.github.pgtwo.client.error;

import io.github.pgtwo.codec.RemoteProtocolException;

/** The server's bytes are malformed, beyond the limits, or come out of turn. The connection is closed. */
public final class PgProtocolException extends PgException {
    private static final long serialVersionUID = 1L;

    private final String messageName;

    /** Bytes that are no message. */
    public PgProtocolException(RemoteProtocolException cause) {
        super(cause.getMessage(), cause);
        messageName = cause.messageName();
    }

    /** Messages that are no answer. */
    public PgProtocolException(String text) {
        super(text, null);
        messageName = "";
    }

    /** The name of the message that is wrong, or empty. */
    public String messageName() {
        return messageName;
    }
}
