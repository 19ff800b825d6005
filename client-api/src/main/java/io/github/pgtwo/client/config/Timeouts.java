package io.github.pgtwo.client.config;

import io.github.pgtwo.client.error.PgUsageException;
import java.time.Duration;
import java.util.List;

/**
 * How long what may take; zero for ever.
 *
 * @param connect to reach the server
 * @param login from then on to the first query, TLS included
 * @param read the server's silence while it owes an answer
 * @param cancel a request to cancel, and then again what it is to end
 */
public record Timeouts(Duration connect, Duration login, Duration read, Duration cancel) {
    void check() {
        for (Duration timeout : List.of(connect, login, read, cancel)) {
            if (timeout.isNegative()) {
                throw new PgUsageException("a timeout of " + timeout + " is negative");
            }
        }
    }
}
