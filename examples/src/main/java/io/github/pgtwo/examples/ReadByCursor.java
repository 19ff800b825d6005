package io.github.pgtwo.examples;

import io.github.pgtwo.client.Cursor;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;

/** Reads rows some at a time, running others in between; arguments: host, port, user, password, database. */
public final class ReadByCursor {
    private static final int AT_ONCE = 100;

    private ReadByCursor() {}

    /** Adds up numbers that the server squares. */
    public static void main(String[] args) {
        try (PgConnection connection = Arguments.client(args).connect()) {
            System.out.println(connection.inTransaction(ReadByCursor::sumOfSquares));
        }
    }

    private static long sumOfSquares(PgConnection connection) {
        long sum = 0;
        try (Cursor numbers = connection.cursor("select n from generate_series(1, 250) n", AT_ONCE)) {
            for (Row row : numbers) {
                sum += number(connection, "select " + row.text(0) + " ^ 2");
            }
        }
        return sum;
    }

    private static long number(PgConnection connection, String sql) {
        return Long.parseLong(String.valueOf(connection.query(sql).rows().get(0).text(0)));
    }
}
