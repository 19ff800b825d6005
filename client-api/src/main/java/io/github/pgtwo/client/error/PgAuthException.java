package io.github.pgtwo.client.error;

import io.github.pgtwo.spi.AuthenticationException;
import org.jspecify.annotations.Nullable;

/** Login failed: the server refused, or asked for something that cannot or must not be answered. */
public final class PgAuthException extends PgException {
    private static final long serialVersionUID = 1L;

    private final AuthenticationException.Kind kind;

    /** A login that failed in this way. */
    public PgAuthException(AuthenticationException.Kind kind, @Nullable String text, @Nullable Throwable cause) {
        super(text, cause);
        this.kind = kind;
    }

    /** What went wrong. */
    public AuthenticationException.Kind kind() {
        return kind;
    }
}
