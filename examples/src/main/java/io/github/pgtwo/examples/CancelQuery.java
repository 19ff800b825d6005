package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgServerException;
import java.util.concurrent.CompletableFuture;

/** Has another thread's query cancelled; arguments: host, port, user, password, database. */
public final class CancelQuery {
    private static final long PAUSE_MILLIS = 100;

    private CancelQuery() {}

    /** Prints what becomes of a query that would sleep for an hour. */
    public static void main(String[] args) throws InterruptedException {
        try (PgConnection connection = Arguments.client(args).connect()) {
            CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> sleep(connection));
            while (!end.isDone()) {
                Thread.sleep(PAUSE_MILLIS); // what has not begun when a request comes is not hit
                connection.cancel();
            }
            System.out.println(end.join());
        }
    }

    private static String sleep(PgConnection connection) {
        try {
            return connection.query("select pg_sleep(3600)").tag();
        } catch (PgServerException e) {
            return e.serverMessage().message();
        }
    }
}
