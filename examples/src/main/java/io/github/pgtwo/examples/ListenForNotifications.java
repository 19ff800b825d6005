package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgConnection;
import java.time.Duration;

/** Waits for somebody to notify; arguments: host, port, user, password, database, condition. */
public final class ListenForNotifications {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private ListenForNotifications() {}

    /** Prints the first notification, or that there was none for a minute. */
    public static void main(String[] args) {
        try (PgConnection connection = Arguments.client(args).connect()) {
            connection.query("listen " + args[5]);
            System.out.println(connection
                    .awaitNotification(LONGEST)
                    .map(heard -> "notified: " + heard.condition())
                    .orElse("nothing"));
        }
    }
}
