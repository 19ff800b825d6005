package io.github.pgtwo.spi;

import java.time.Duration;

/**
 * How the system finds out that a silent peer is gone. Zero, everywhere, leaves the choice to the system. Immutable.
 *
 * @param on whether it asks at all
 * @param idle after how long a silence; whole seconds
 * @param interval how long it waits for an answer; whole seconds
 * @param count how many questions without an answer end the connection
 */
public record KeepAlive(boolean on, Duration idle, Duration interval, int count) {
    /** On, and all else left to the system. */
    public static final KeepAlive DEFAULT = new KeepAlive(true, Duration.ZERO, Duration.ZERO, 0);

    /** Checks the ranges; throws {@link IllegalArgumentException}. */
    public KeepAlive {
        if (idle.isNegative() || interval.isNegative() || count < 0) {
            throw new IllegalArgumentException("a time or a count below zero");
        }
    }
}
