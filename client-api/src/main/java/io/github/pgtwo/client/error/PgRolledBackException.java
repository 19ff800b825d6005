package io.github.pgtwo.client.error;

/**
 * A COMMIT was carried out as a rollback, because the transaction had failed before; servers up to 7.4 do not tell by
 * their answer (protocol 2.0, section 5.6). Nothing of the transaction remains; the connection can be used.
 */
public final class PgRolledBackException extends PgException {
    private static final long serialVersionUID = 1L;

    /** What was rolled back, and why. */
    public PgRolledBackException(String text) {
        super(text, null);
    }
}
