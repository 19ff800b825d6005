package io.github.pgtwo.peers.client;

import io.github.pgtwo.client.PgConnection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the server holds. */
public final class Tables {
    /** How many rows the table of rows has. */
    public static final int ROWS = 2_000_000;

    /** How many rows the table of wide rows has. */
    public static final int WIDE_ROWS = 500_000;

    /** How many rows are recorded to be replayed. */
    public static final int RECORDED_ROWS = 10_000;

    private static final List<String> STATEMENTS = List.of(
            "create unlogged table peers_rows as select n n1, 'text ' || n t1, n * 7 % 1000 n2, -n n3, 'a longer text of"
                    + " row ' || n t2, n % 2 n4, n * 11 n5, 'x' || n % 10 t3, 42 n6, n / 3 n7 from generate_series(1, "
                    + ROWS + ") n",
            "create unlogged table peers_wide as select n n1, repeat(chr(97 + n % 26), 100) t1, n n2, repeat('b', 120)"
                    + " t2, n n3, repeat('c', 250) t3, n n4, repeat('d', 250) t4, n n5, repeat('e', 240) t5"
                    + " from generate_series(1, " + WIDE_ROWS + ") n",
            "create view peers_more as select * from peers_rows union all select * from peers_rows union all"
                    + " select * from peers_rows",
            "create unlogged table peers_in (n int, t text)",
            "vacuum (freeze, analyze) peers_rows",
            "vacuum (freeze, analyze) peers_wide");

    private Tables() {}

    /** Makes them; returns what the server calls itself. */
    public static String create(Place place) {
        try (PgConnection connection = Pgtwo.builder(place).build().connect()) {
            STATEMENTS.forEach(connection::query);
            return String.valueOf(
                    connection.query("select version()").rows().get(0).text(0));
        }
    }

    static String rows(int count) {
        return "select * from peers_rows limit " + count;
    }

    /** The same values in so many columns. */
    static String rows(int count, int columns) {
        String names = IntStream.range(0, columns)
                .mapToObj(i -> isText(i) ? "t" + (i / 3 % 3 + 1) : "n" + (i % 7 + 1))
                .collect(Collectors.joining(", "));
        return "select " + names + " from peers_rows limit " + count;
    }

    /** Whether a column is read as String, and not as int. */
    static boolean isText(int column) {
        return column % 3 == 1;
    }

    /** Up to three times as many as are in the table. */
    static String more(int count) {
        return "select * from peers_more limit " + count;
    }

    static String wide(int count) {
        return "select * from peers_wide limit " + count;
    }

    static String copyOut(int count) {
        return "copy (" + wide(count) + ") to stdout";
    }

    static String value(int megabytes) {
        return "select repeat('0123456789', " + megabytes + "00000)";
    }
}
