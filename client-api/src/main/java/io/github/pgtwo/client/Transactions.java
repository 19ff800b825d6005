package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.TransactionBound;

/** Runs work between BEGIN and COMMIT, or between a savepoint and its release (section 5.6). */
final class Transactions {
    private final Session session;
    private final PgConnection connection;
    private int savepoints;

    Transactions(Session session, PgConnection connection) {
        this.session = session;
        this.connection = connection;
    }

    <T, X extends Exception> T run(TransactionWork<T, X> work) throws X {
        if (session.transactionStatus() != TransactionStatus.IDLE) {
            throw new PgUsageException("a transaction cannot begin where its status is " + session.transactionStatus()
                    + "; within one, use inSavepoint(...)");
        }
        Block.begin(session);
        T value = within(work, Block.ROLLBACK);
        checkStillIn();
        Block.commit(session);
        return value;
    }

    /** Without it, COMMIT would do nothing and complete. */
    private void checkStillIn() {
        if (session.transactionStatus() == TransactionStatus.IDLE) {
            throw new PgUsageException("the work has ended its transaction itself");
        }
    }

    <T, X extends Exception> T runInSavepoint(TransactionWork<T, X> work) throws X {
        if (!session.profile().has(ServerTrait.SAVEPOINTS)) {
            throw new PgUsageException("servers before 8.0 have no savepoints");
        }
        TransactionBound.require(session, "a savepoint");
        String name = "pgtwo_" + ++savepoints;
        Statements.run(session, "SAVEPOINT " + name);
        // without its release, each that was undone would stay around all that follow
        String undo = "ROLLBACK TO SAVEPOINT " + name + "; RELEASE SAVEPOINT " + name;
        T value = within(work, undo);
        if (session.transactionStatus() == TransactionStatus.FAILED) {
            Statements.run(session, undo);
            throw new PgRolledBackException("the work has failed within its savepoint, so that it has been undone");
        }
        Statements.run(session, "RELEASE SAVEPOINT " + name);
        return value;
    }

    private <T, X extends Exception> T within(TransactionWork<T, X> work, String undo) throws X {
        try {
            return work.run(connection);
        } catch (Throwable e) {
            Block.undo(session, undo, e);
            throw e;
        }
    }
}
