package io.github.pgtwo.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection could not be made, broke, ended, or took too long, and is closed. Whether the server did
 * what was under way is unknown.
 */
public final class PgTransportException extends PgException {
    private static final long serialVersionUID = 1L;

    /** What became of the connection. */
    public PgTransportException(String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
