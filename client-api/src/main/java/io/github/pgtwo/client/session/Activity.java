package io.github.pgtwo.client.session;

import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Whether there is anything to cancel; asked from any thread. */
final class Activity {
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final long PAUSE = 10_000;

    private volatile boolean sending;
    private volatile boolean running;

    /** Sends what is queued: from its last byte on it is under way. */
    void begin(Wire wire) {
        sending = true;
        try {
            wire.flush();
            running = true;
        } finally {
            sending = false;
        }
    }

    /** Whether commands are still unanswered. */
    void goesOn(boolean more) {
        running = more;
    }

    /** What is just being sent is under way in a moment, unless the server does not take it. */
    boolean underWay() {
        Deadline moment = Deadline.in(MOMENT);
        while (sending && !moment.isOver()) {
            LockSupport.parkNanos(PAUSE);
        }
        return running;
    }
}
