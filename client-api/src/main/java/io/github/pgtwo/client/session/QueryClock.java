package io.github.pgtwo.client.session;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.wire.Events;
import io.github.pgtwo.client.wire.Patience;
import io.github.pgtwo.spi.Deadline;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time that a statement may take: when it is over, the thread that waits for the answer has the statement
 * cancelled, and waits on for what the server says to that.
 */
public final class QueryClock {
    private final Patience patience;
    private final Canceller canceller;
    private final Events events;
    private Duration timeout = Duration.ZERO;
    private boolean over;

    QueryClock(Patience patience, Canceller canceller, Events events) {
        this.patience = patience;
        this.events = events;
        this.canceller = canceller;
    }

    /** A statement begins that may take so long; zero for ever. */
    public void start(Duration time) {
        timeout = time;
        over = false;
        events.commandBegun();
        if (!time.isZero()) {
            patience.until(Deadline.in(time), this::expired);
        }
    }

    private boolean expired() {
        over = true;
        patience.until(Deadline.in(canceller.time()));
        try {
            return canceller.cancel(() -> true);
        } catch (PgException e) {
            return false;
        }
    }

    /** The statement has ended; what bounds more than it, as the time for the login does, goes on. */
    void stop(@Nullable Throwable failure) {
        if (!timeout.isZero()) {
            patience.until(Deadline.NONE);
        }
        events.commandEnded(failure);
    }

    /** What it is called that the server takes nothing more within its patience: the connection is of no more use. */
    PgException stuck(SocketTimeoutException late) {
        if (timeout.isZero() || !patience.deadline().isOver()) {
            return new PgTransportException("the server has not taken what was sent in time", late);
        }
        var failure = new PgTimeoutException(
                "the statement has taken more than " + timeout + ", and the connection was closed", late);
        try {
            canceller.cancel(() -> true);
        } catch (PgException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** What its failure is called. */
    PgException explained(PgException failure) {
        return over && failure instanceof PgServerException
                ? new PgTimeoutException("the statement has taken more than " + timeout + " and was cancelled", failure)
                : failure;
    }
}
