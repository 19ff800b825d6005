package io.github.pgtwo.client;

import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.lexer.TransactionControl;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.session.Phase;

/** What becomes of copied rows when their COPY, or the connection, comes to an end (sections 7.5 and 7.6). */
final class CopyFate {
    private final Session session;
    private final boolean own;
    private final boolean inBlock;
    private final boolean committedAtEnd;
    private boolean dataEnded;

    /** For a text that is about to be sent, in a transaction of its own or in whatever the caller has. */
    CopyFate(Session session, String sql, boolean own) {
        this.session = session;
        this.own = own;
        checkText(sql);
        if (own && session.transactionStatus() != TransactionStatus.IDLE) {
            throw new PgUsageException("a transaction is open, or may be: use copyInTransaction()");
        }
        inBlock = own || isOpen(session.transactionStatus());
        committedAtEnd = session.profile().has(ServerTrait.COPY_END_OF_STREAM_COMMITS);
    }

    /** What the text does to the transaction would make it unknown what becomes of the rows. */
    private void checkText(String sql) {
        boolean controls = TransactionControl.of(sql, session.profile()).stream()
                .anyMatch(control -> control != TransactionControl.NONE);
        if (controls) {
            throw new PgUsageException("a text with a COPY FROM STDIN must not begin or end a transaction");
        }
    }

    private static boolean isOpen(TransactionStatus status) {
        return status == TransactionStatus.IN_TRANSACTION || status == TransactionStatus.FAILED;
    }

    /** The end of the data is being sent. */
    void dataEnds() {
        dataEnded = true;
    }

    /** The rows have been taken, and nothing is left to be said. */
    CopyOutcome completed() {
        return session.transactionStatus() == TransactionStatus.IDLE
                ? CopyOutcome.COMMITTED
                : CopyOutcome.LEFT_TO_CALLER;
    }

    /** The copy has failed, by the word of the server or by the loss of the connection. */
    CopyOutcome failed(PgException failure) {
        boolean refused = session.wire().phase() == Phase.COPY_FAILED || isUndone(failure);
        return refused ? CopyOutcome.ROLLED_BACK : lost();
    }

    /** The COMMIT behind the copy has failed. */
    CopyOutcome notCommitted(PgException failure) {
        boolean neverSent = failure instanceof PgUsageException; // another thread has closed the connection
        return neverSent || isUndone(failure) ? CopyOutcome.ROLLED_BACK : CopyOutcome.CONNECTION_BROKEN;
    }

    /** Whether the server has said that it has undone what it did. */
    private boolean isUndone(PgException failure) {
        boolean refused = failure instanceof PgServerException server && !server.fatal();
        boolean cancelled =
                failure instanceof PgTimeoutException && session.wire().usable();
        return refused || cancelled || failure instanceof PgRolledBackException;
    }

    /** The connection is closed in the middle of the copy. */
    CopyOutcome lost() {
        boolean unknown = !inBlock && (dataEnded || committedAtEnd);
        return unknown ? CopyOutcome.CONNECTION_BROKEN : CopyOutcome.ROLLED_BACK;
    }

    boolean own() {
        return own;
    }

    /** Leaves no transaction of ours behind a failure. */
    void undo(PgException failure) {
        if (own) {
            Block.undo(session, Block.ROLLBACK, failure);
        }
    }

    /** Begins a transaction of its own if asked to, and the COPY in it. */
    static CopyIn begin(Session session, String sql, boolean own) {
        return session.alone(() -> {
            CopyFate fate = new CopyFate(session, sql, own);
            if (own) {
                Block.begin(session);
            }
            try {
                return new CopyIn(
                        session, CopyDialog.begin(session, sql, BackendKind.COPY_IN_RESPONSE, "a CopyIn"), fate);
            } catch (PgException e) {
                fate.undo(e);
                throw e;
            }
        });
    }
}
