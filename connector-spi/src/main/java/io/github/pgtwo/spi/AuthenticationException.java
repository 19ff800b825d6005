package io.github.pgtwo.spi;

import java.io.IOException;

/** A login request cannot be answered. The text names the reason and never the secret. */
public final class AuthenticationException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public AuthenticationException(String reason) {
        super(reason);
    }

    /** With the reason and what caused it. */
    public AuthenticationException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
