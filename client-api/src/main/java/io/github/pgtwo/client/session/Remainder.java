package io.github.pgtwo.client.session;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.spi.Deadline;

/** What is left of an answer when nobody wants it any more: it is passed over, as the next answer comes behind it. */
final class Remainder {
    private final Cycle cycle;
    private final Session session;
    private final Wire wire;

    Remainder(Cycle cycle, Session session) {
        this.cycle = cycle;
        this.session = session;
        wire = session.wire();
    }

    /** Passes over what belongs to this failure, and returns what it is called then: without an end it is fatal. */
    PgException behind(PgException failure) {
        try {
            while (!cycle.over() && !isLast(wire.next())) {
                // behind an error comes ReadyForQuery, or the end of the stream
            }
            return session.clock().explained(failure);
        } catch (PgException e) {
            PgException fatal = failure instanceof PgServerException server
                    ? new PgServerException(server.serverMessage(), true)
                    : failure;
            fatal.addSuppressed(e);
            return fatal;
        }
    }

    /** What follows a failure may begin or end a transaction all the same. */
    private boolean isLast(BackendMessage message) {
        switch (message.kind()) {
            case ERROR_RESPONSE -> session.transaction().failed();
            case COMPLETED_RESPONSE -> session.transaction().completed((CompletedResponse) message);
            default -> checkNotWaiting(message);
        }
        return message.kind() == BackendKind.READY_FOR_QUERY;
    }

    /** A server that waits for data is not waited for. */
    private void checkNotWaiting(BackendMessage message) {
        if (message.kind() == BackendKind.COPY_IN_RESPONSE) {
            throw wire.broken("a COPY FROM STDIN in what nobody wants any more waits for data", null);
        }
    }

    /** Has the server cancel what it is still at, if asked to, and passes over what is on its way. */
    void giveUp(boolean cancels) {
        try {
            if (cancels) {
                session.cancel();
            }
        } catch (PgException e) {
            // what is left is passed over all the same, and the session remembers a request that went unanswered
        }
        try {
            passOverInTime(Deadline.in(session.cancelTime()));
        } catch (PgException e) {
            // the cancelled statement, or a lost connection; the caller has chosen not to know
        }
    }

    private void passOverInTime(Deadline end) {
        wire.patience().until(end);
        try {
            while (!cycle.over()) {
                if (end.isOver()) {
                    throw cycle.broken(new PgTransportException("passing over what is left took too long", null));
                }
                checkNotWaiting(cycle.nextOfAny(Take::withoutRows));
            }
        } finally {
            wire.patience().until(Deadline.NONE);
        }
    }
}
