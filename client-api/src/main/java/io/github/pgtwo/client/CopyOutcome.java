package io.github.pgtwo.client;

/** What has become of the rows of a {@link CopyIn}. Whether the connection lives is another question. */
public enum CopyOutcome {
    /** They are in the table, for good. */
    COMMITTED,
    /** They are in the table if the transaction block of the caller commits. */
    LEFT_TO_CALLER,
    /** None of them is in the table, or will be. */
    ROLLED_BACK,
    /** The connection was lost at a moment when the server may have committed them, or some of them: it is unknown. */
    CONNECTION_BROKEN
}
