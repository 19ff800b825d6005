package io.github.pgtwo.client.copy;

/** What has become of the rows of a COPY FROM STDIN. Whether the connection lives is another question. */
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
