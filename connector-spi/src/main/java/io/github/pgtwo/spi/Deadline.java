package io.github.pgtwo.spi;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment by which several steps must have ended, or none. Immutable. */
public final class Deadline {
    /** Never. */
    public static final Deadline NONE = new Deadline(false, 0);

    /** What can still be counted in nanoseconds, and nobody lives to see. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final boolean limited;
    private final long nanoTime;

    private Deadline(boolean limited, long nanoTime) {
        this.limited = limited;
        this.nanoTime = nanoTime;
    }

    /**
     * So long from now; zero is never.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public static Deadline in(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a timeout of " + time + " is negative");
        }
        boolean limited = !time.isZero() && time.compareTo(LONGEST) < 0;
        return limited ? new Deadline(true, System.nanoTime() + time.toNanos()) : NONE;
    }

    /** Whether the moment has come. */
    public boolean isOver() {
        return limited && nanoTime - System.nanoTime() <= 0;
    }

    /**
     * What is left, as a timeout: zero if there is no deadline, else more than zero.
     *
     * @throws SocketTimeoutException if nothing is left
     */
    public Duration left() throws SocketTimeoutException {
        if (!limited) {
            return Duration.ZERO;
        }
        long left = nanoTime - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        return Duration.ofNanos(left);
    }

    /**
     * Gives the stream's next read what time is left; without a deadline the stream keeps its timeout.
     *
     * @throws SocketTimeoutException if nothing is left
     */
    public void applyTo(ByteStream stream) throws IOException {
        if (limited) {
            stream.readTimeout(left());
        }
    }
}
