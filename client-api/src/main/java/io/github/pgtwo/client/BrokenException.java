package io.github.pgtwo.client;

import java.io.IOException;

/** Carries a failure of the connection through a login provider. */
final class BrokenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final PgException reason;

    BrokenException(PgException reason) {
        super(reason);
        this.reason = reason;
    }

    PgException reason() {
        return reason;
    }
}
