package io.github.pgtwo.client;

/**
 * The server said that something failed. Unless it is {@link #fatal}, the connection can be used again; what
 * the failed text had done before is undone, as far as it was one transaction.
 */
public non-sealed class PgServerException extends PgException {
    private static final long serialVersionUID = 1L;

    private final String raw;
    private final boolean fatal;

    PgServerException(ServerMessage serverMessage, boolean fatal) {
        this(serverMessage.raw(), serverMessage, fatal);
    }

    PgServerException(String text, ServerMessage serverMessage, boolean fatal) {
        super(text, null);
        raw = serverMessage.raw();
        this.fatal = fatal;
    }

    /** What the server said, as it said it; {@link #getMessage} is shortened and on one line. */
    public ServerMessage serverMessage() {
        return ServerMessage.parse(raw);
    }

    /** Whether the connection is gone. The outcome of a COMMIT that was under way is then unknown. */
    public boolean fatal() {
        return fatal;
    }
}
