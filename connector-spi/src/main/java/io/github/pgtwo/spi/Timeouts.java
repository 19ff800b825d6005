package io.github.pgtwo.spi;

import java.time.Duration;

/** Timeouts as the calls of sockets take them. */
public final class Timeouts {
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private Timeouts() {}

    /**
     * Whole milliseconds, 0 for ever; rounded up, so that a short wait never turns into an endless one.
     *
     * @param timeout zero for ever; what is longer than 24 days counts as 24 days
     * @throws IllegalArgumentException if it is negative
     */
    public static int millis(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout of " + timeout + " is negative");
        }
        return timeout.compareTo(LONGEST) >= 0
                ? Integer.MAX_VALUE
                : (int) timeout.plusNanos(999_999).toMillis();
    }
}
