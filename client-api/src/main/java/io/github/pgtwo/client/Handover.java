package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.codec.session.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * Hands the rows or the copy data of an answer over to the caller's own code. Once that has thrown, what has arrived is
 * passed over; where more would have to be waited for, the answer is given up.
 */
abstract class Handover implements Take<CallerFailure> {
    private @Nullable CallerFailure failure;

    /** Hands over what has arrived, or behind a failure passes it over; whether a message came behind it. */
    abstract boolean handOver(ClientSession session) throws CallerFailure;

    /** Takes all that is left of the answer, in this way. */
    void takeRest(Cycle cycle) throws CallerFailure {
        cycle.takeRest(this);
    }

    /** Gives up what has not arrived. */
    void giveUp(Cycle cycle) {
        cycle.abandon(true, "the answer was given up in the middle");
    }

    @Override
    public final boolean from(ClientSession session) throws CallerFailure {
        boolean found = handOver(session);
        if (!found && failure != null) {
            throw failure;
        }
        return found;
    }

    /** The caller's code has thrown this. */
    final CallerFailure failed(Exception thrown) {
        failure = new CallerFailure(thrown);
        return failure;
    }

    /** What the caller's code has thrown, which comes before all that the server says behind it. */
    final @Nullable CallerFailure failure() {
        return failure;
    }

    /** Goes on to the end of the answer. */
    final void run(Cycle cycle) {
        failure = null;
        try {
            takeRest(cycle);
        } catch (CallerFailure e) {
            giveUp(cycle);
        } catch (PgException e) {
            if (failure == null) {
                throw e;
            }
        }
    }
}
