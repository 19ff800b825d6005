package io.github.pgtwo.client;

import io.github.pgtwo.spi.ByteStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment by which reading must have ended, or none. */
final class Deadline {
    /** Never. */
    static final Deadline NONE = new Deadline(false, 0);

    /** What can still be counted in nanoseconds, and nobody lives to see. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final boolean limited;
    private final long nanoTime;

    private Deadline(boolean limited, long nanoTime) {
        this.limited = limited;
        this.nanoTime = nanoTime;
    }

    /** So long from now; zero is never. */
    static Deadline in(Duration time) {
        boolean limited = !time.isZero() && time.compareTo(LONGEST) < 0;
        return limited ? new Deadline(true, System.nanoTime() + time.toNanos()) : NONE;
    }

    /** Gives the stream's next read what time is left. */
    void applyTo(ByteStream stream) throws IOException {
        if (!limited) {
            return;
        }
        long left = nanoTime - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        stream.readTimeout(Duration.ofNanos(left));
    }
}
