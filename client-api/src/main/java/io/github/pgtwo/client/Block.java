package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.Turn;

/**
 * Opens, commits and undoes a transaction block, which the server has to say by the tag. An answer without it is that to
 * something else, and what follows would be taken for the next one: it closes the connection.
 */
final class Block {
    static final String ROLLBACK = "ROLLBACK";

    private Block() {}

    static void begin(Session session) {
        Statements.run(session, "BEGIN");
        checkDone(session, "BEGIN", TransactionStatus.IN_TRANSACTION);
    }

    /** What is thrown says that the outcome is unknown if it is. */
    static void commit(Session session) {
        Turn mine = session.alone();
        try (mine) {
            Cycle answer = sendCommit(session);
            try (Results results = new Results(answer)) {
                results.all(0);
            } catch (PgUsageException e) {
                throw unanswered(session, e);
            }
        }
        checkDone(session, "COMMIT", TransactionStatus.IDLE);
    }

    /** What cannot be committed, as something else is still being read, must not stay open. */
    private static Cycle sendCommit(Session session) {
        try {
            return session.begin("COMMIT", "a COMMIT");
        } catch (PgUsageException e) {
            session.wire().close();
            throw e;
        }
    }

    /** Undoes what has failed. What cannot be undone must not stay open: the connection goes with it. */
    static void undo(Session session, String sql, Throwable reason) {
        if (!session.isOpen() || session.transactionStatus() == TransactionStatus.IDLE) {
            return;
        }
        try {
            Statements.run(session, sql);
            checkDone(session, sql, sql.equals(ROLLBACK) ? TransactionStatus.IDLE : TransactionStatus.IN_TRANSACTION);
        } catch (PgException e) {
            session.wire().close();
            reason.addSuppressed(e);
        }
    }

    private static void checkDone(Session session, String sql, TransactionStatus expected) {
        if (session.transactionStatus() != expected) {
            throw unanswered(
                    session,
                    new PgProtocolException("the answer to " + sql + " does not say that the server has done it"));
        }
    }

    private static PgException unanswered(Session session, PgException reason) {
        session.wire().close();
        return session.transaction().unanswered(reason);
    }
}
