package io.github.pgtwo.client.error;

import org.jspecify.annotations.Nullable;

/** The application asked for something that cannot be done, or not now. The text says what to do instead. */
public final class PgUsageException extends PgException {
    private static final long serialVersionUID = 1L;

    /** What was wrong, and what would be right. */
    public PgUsageException(String text) {
        this(text, null);
    }

    /** The same of something that was refused further down. */
    public PgUsageException(@Nullable String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
