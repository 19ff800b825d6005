package io.github.pgtwo.client.wire;

import io.github.pgtwo.client.error.PgException;
import java.io.IOException;

/** Carries a failure of the connection through a login provider. */
public final class BrokenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final PgException reason;

    /** On its way through a provider. */
    public BrokenException(PgException reason) {
        super(reason);
        this.reason = reason;
    }

    /** What to throw behind it. */
    public PgException reason() {
        return reason;
    }
}
