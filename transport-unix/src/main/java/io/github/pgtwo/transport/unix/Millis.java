package io.github.pgtwo.transport.unix;

import java.time.Duration;

/** Timeouts as socket calls take them: whole milliseconds, 0 for ever. */
final class Millis {
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private Millis() {}

    /** Rounds up, so that a short wait never turns into an endless one; 24 days are the most. */
    static int of(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout of " + timeout + " is negative");
        }
        return timeout.compareTo(LONGEST) >= 0
                ? Integer.MAX_VALUE
                : (int) timeout.plusNanos(999_999).toMillis();
    }
}
