package io.github.pgtwo.client.login;

import io.github.pgtwo.client.error.PgTransportException;

/** There is no TLS on a connection, for a reason that does not keep the client from trying another one without. */
public final class NoTlsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final PgTransportException reason;

    NoTlsException(PgTransportException reason) {
        super(reason);
        this.reason = reason;
    }

    PgTransportException reason() {
        return reason;
    }
}
