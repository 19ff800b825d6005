package io.github.pgtwo.client;

import org.jspecify.annotations.Nullable;

/** Login failed: the server refused, or asked for something that cannot or must not be answered. */
public final class PgAuthException extends PgException {
    private static final long serialVersionUID = 1L;

    PgAuthException(@Nullable String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
