package io.github.pgtwo.client;

import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.lexer.TransactionControl;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.Turn;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.session.Phase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of copied rows when their COPY, or the connection, comes to an end (sections 7.5 and 7.6). */
final class CopyFate {
    private final Session session;
    private final boolean own;
    private final boolean inBlock;
    private final boolean committedAtEnd;
    private boolean dataEnded;
    private @Nullable CopyOutcome outcome;

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

    /** The rows have been taken; in a transaction of its own, they are still to be committed. */
    void completed() {
        if (own) {
            commit();
        } else {
            outcome = session.transactionStatus() == TransactionStatus.IDLE
                    ? CopyOutcome.COMMITTED
                    : CopyOutcome.LEFT_TO_CALLER;
        }
    }

    private void commit() {
        outcome = CopyOutcome.CONNECTION_BROKEN; // whatever ends this early
        try {
            Block.commit(session);
            outcome = CopyOutcome.COMMITTED;
        } catch (PgException e) {
            boolean neverSent = e instanceof PgUsageException; // another thread has closed the connection
            if (neverSent || isUndone(e)) {
                outcome = CopyOutcome.ROLLED_BACK;
                throw e;
            }
            session.wire().close();
            throw new PgTransportException(
                    "the connection was lost during the COMMIT of the copy, and it is unknown whether its rows were"
                            + " committed: " + e.getMessage(),
                    e);
        }
    }

    /** The copy has failed, by the word of the server or by the loss of the connection. */
    void failed(PgException failure) {
        if (session.wire().phase() == Phase.COPY_FAILED || isUndone(failure)) {
            outcome = CopyOutcome.ROLLED_BACK;
        } else {
            lost();
        }
        undo(failure);
    }

    /** Whether the server has said that it has undone what it did. */
    private boolean isUndone(PgException failure) {
        boolean refused = failure instanceof PgServerException server && !server.fatal();
        boolean cancelled =
                failure instanceof PgTimeoutException && session.wire().usable();
        return refused || cancelled || failure instanceof PgRolledBackException;
    }

    /** The connection is closed in the middle of the copy. */
    void lost() {
        boolean unknown = !inBlock && (dataEnded || committedAtEnd);
        outcome = unknown ? CopyOutcome.CONNECTION_BROKEN : CopyOutcome.ROLLED_BACK;
    }

    /** Whether the copy is over. */
    boolean isSettled() {
        return outcome != null;
    }

    /** What has become of the rows; empty as long as the copy is not over. */
    Optional<CopyOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Leaves no transaction of ours behind a failure. */
    private void undo(PgException failure) {
        if (own) {
            Block.undo(session, Block.ROLLBACK, failure);
        }
    }

    /** Begins a transaction of its own if asked to, and the COPY in it. */
    static CopyIn begin(Session session, String sql, boolean own) {
        Turn mine = session.alone();
        try (mine) {
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
        }
    }
}
