package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.Timeouts;
import java.time.Duration;

/** A point in time up to which several attempts may take; or never. */
final class Deadline {
    private static final long NANOS_A_MILLI = 1_000_000;

    private final boolean never;
    private final long end;

    private Deadline(boolean never, long end) {
        this.never = never;
        this.end = end;
    }

    /** Zero is never. */
    static Deadline after(Duration timeout) {
        return new Deadline(timeout.isZero(), System.nanoTime() + Timeouts.millis(timeout) * NANOS_A_MILLI);
    }

    boolean isOver() {
        return !never && left() <= 0;
    }

    /** The equal share that the next of some attempts may use, at least 1 ms; 0, which is for ever, without a deadline. */
    int shareMillis(int attempts) {
        long perMilli = NANOS_A_MILLI * attempts;
        return never ? 0 : (int) Math.max(1, (left() + perMilli - 1) / perMilli);
    }

    private long left() {
        return end - System.nanoTime();
    }
}
