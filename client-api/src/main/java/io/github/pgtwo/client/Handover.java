package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.codec.session.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * Hands the rows of an answer over to the caller's own code. Once that has thrown, what has arrived is passed over; where
 * more would have to be waited for, the answer is given up.
 */
abstract class Handover implements Take<CallerFailure> {
    private @Nullable CallerFailure failure;

    /** Hands over the rows that have arrived, or behind a failure passes them over; whether a message came behind them. */
    abstract boolean rows(ClientSession session);

    @Override
    public final boolean from(ClientSession session) throws CallerFailure {
        boolean found = rows(session);
        if (!found && failure != null) {
            throw failure;
        }
        return found;
    }

    /** The caller's code has thrown this. */
    final void failed(Exception thrown) {
        failure = new CallerFailure(thrown);
    }

    /** What the caller's code has thrown, which comes before all that the server says behind it. */
    final @Nullable CallerFailure failure() {
        return failure;
    }

    /** Goes on to the end of the answer. */
    final void run(Cycle cycle) {
        failure = null;
        try {
            cycle.takeRest(this);
        } catch (CallerFailure e) {
            cycle.abandon(true, "the answer was given up in the middle");
        } catch (PgException e) {
            if (failure == null) {
                throw e;
            }
        }
    }
}
