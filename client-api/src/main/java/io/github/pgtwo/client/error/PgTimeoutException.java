package io.github.pgtwo.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A statement took longer than its time, and the server has cancelled it; the connection can be used. A COPY FROM STDIN,
 * and up to 7.3 a function call, takes the connection along.
 */
public final class PgTimeoutException extends PgException {
    private static final long serialVersionUID = 1L;

    /** What has taken too long. */
    public PgTimeoutException(String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
