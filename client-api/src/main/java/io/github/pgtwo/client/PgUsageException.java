package io.github.pgtwo.client;

import org.jspecify.annotations.Nullable;

/** The application asked for something that cannot be done, or not now. The text says what to do instead. */
public final class PgUsageException extends PgException {
    private static final long serialVersionUID = 1L;

    PgUsageException(String text) {
        this(text, null);
    }

    PgUsageException(@Nullable String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
