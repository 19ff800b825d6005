package io.github.pgtwo.client.profile;

/**
 * What a client can tell of the transaction block. Protocol 2.0 does not announce it; it is inferred from texts, tags
 * and errors (section 5.6).
 */
public enum TransactionStatus {
    /** Outside of a block: each text is a transaction of its own. */
    IDLE,
    /** In a block. */
    IN_TRANSACTION,
    /** In a block that has failed: only its end, or the way back to a savepoint, will be carried out. */
    FAILED,
    /** It cannot be told, until a statement that leaves no doubt, such as BEGIN, COMMIT or ROLLBACK, has been run. */
    UNKNOWN
}
