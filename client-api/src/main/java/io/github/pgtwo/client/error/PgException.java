package io.github.pgtwo.client.error;

import org.jspecify.annotations.Nullable;

/** Root of everything that the client throws. The kinds are few and closed, so that all can be handled. */
public abstract sealed class PgException extends RuntimeException
        permits PgAuthException,
                PgProtocolException,
                PgRolledBackException,
                PgServerException,
                PgSettingsException,
                PgTimeoutException,
                PgTransportException,
                PgUsageException,
                PgValueException {
    private static final long serialVersionUID = 1L;

    PgException(@Nullable String text, @Nullable Throwable cause) {
        super(text == null ? "" : Untrusted.forMessages(text), cause);
    }
}
