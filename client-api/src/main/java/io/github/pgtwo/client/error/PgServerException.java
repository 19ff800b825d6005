package io.github.pgtwo.client.error;

/**
 * The server said that something failed. Unless it is {@link #fatal}, the connection can be used again; what
 * the failed text had done before is undone, as far as it was one transaction.
 */
public non-sealed class PgServerException extends PgException {
    private static final long serialVersionUID = 1L;

    private final String raw;
    private final boolean fatal;

    /** What the server said, and whether the connection is gone with it. */
    public PgServerException(ServerMessage serverMessage, boolean fatal) {
        this(serverMessage.raw(), serverMessage, fatal);
    }

    /** The same in other words than those of the server. */
    public PgServerException(String text, ServerMessage serverMessage, boolean fatal) {
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
