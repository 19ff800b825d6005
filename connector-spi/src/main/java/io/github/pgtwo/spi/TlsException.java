package io.github.pgtwo.spi;

import java.io.IOException;

/** TLS cannot be set up, or has failed. The text says why, and what can be done. */
public final class TlsException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public TlsException(String reason) {
        super(reason);
    }

    /** With the reason and what caused it. */
    public TlsException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
