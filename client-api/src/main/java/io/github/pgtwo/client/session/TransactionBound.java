package io.github.pgtwo.client.session;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.TransactionStatus;

/** What lives in the transaction in which it was made, and is gone with it. */
public final class TransactionBound {
    private final Session session;
    private final long transaction;

    /** In the one that is open now. */
    public TransactionBound(Session session) {
        this.session = session;
        transaction = session.transaction().count();
    }

    /** Outside of a transaction it would be gone with its statement. */
    public static void require(Session session, String what) {
        if (session.transactionStatus() == TransactionStatus.IDLE) {
            throw new PgUsageException(what + " lives in a transaction only: use inTransaction(...), or run BEGIN");
        }
    }

    /** Whether its transaction has not ended. */
    public boolean alive() {
        return transaction == session.transaction().count();
    }
}
