package io.github.pgtwo.spi;

import java.io.IOException;

/** A login request cannot be answered. The text names the reason and never the secret. */
public final class AuthenticationException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong, as far as somebody can do something about it. */
    public enum Kind {
        /** This side has no password, ticket or the like that can be used. */
        NO_CREDENTIAL,
        /** This side's policy forbids what the server asks for; nothing secret was touched. */
        REFUSED_BY_POLICY,
        /** Nothing on this side can answer what the server asks for. */
        UNSUPPORTED,
        /** The server has not accepted the answer. */
        REJECTED_BY_SERVER,
        /** The method lets the server prove who it is, and the server has not. */
        SERVER_NOT_PROVEN,
        /** The server's request, or this side's answer, is malformed or out of turn. */
        PROTOCOL
    }

    /** With the reason. */
    public AuthenticationException(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    /** With the reason and what caused it. */
    public AuthenticationException(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }
}
