package io.github.pgtwo.client.error;

/** The server does not speak protocol 2.0: PostgreSQL dropped it with version 14 (section 1.2). */
public final class PgProtocolRefusedException extends PgServerException {
    private static final long serialVersionUID = 1L;

    /** What the server said to the startup packet. */
    public PgProtocolRefusedException(ServerMessage serverMessage) {
        super(
                "the server refuses protocol 2.0, as PostgreSQL 14 and later do; use a driver for protocol 3.0"
                        + " with this server, or point pgtwo at a server from 6.4 to 13. The server said: "
                        + serverMessage.raw(),
                serverMessage,
                true);
    }
}
