package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Copies out and in so many megabytes, by streams and row by row, and prints how many bytes and rows went each way;
 * with the property {@code pgtwo.figures}, how fast.
 */
final class CopyMuch {
    private static final int MEGA = 1_000_000;
    private static final String VALUE = "0123456789".repeat(99) + "\\\t";

    private CopyMuch() {}

    public static void main(String[] args) throws IOException {
        PgClient client = PgClient.builder()
                .endpoint(
                        args[0].startsWith("/")
                                ? Endpoint.unix(args[0], Integer.parseInt(args[1]))
                                : Endpoint.tcp(args[0], Integer.parseInt(args[1])))
                .user("postgres")
                .discover()
                .build();
        int thousands = Integer.parseInt(args[2]);
        try (PgConnection connection = client.connect()) {
            connection.query("create temp table much (a text)");
            String series = "copy (select repeat('0123456789', 99) || E'\\\\\\t' from generate_series(1, "
                    + thousands * 1000 + ")) to stdout";
            timed("out", thousands, () -> writeTo(connection, series));
            timed("lines", thousands, () -> lines(connection, series));
            timed("in", thousands, () -> rows(connection, thousands * 1000));
        }
    }

    private interface Copying {
        long run() throws IOException;
    }

    private static void timed(String what, int megabytes, Copying copying) throws IOException {
        long begin = System.nanoTime();
        long result = copying.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.println(what + " " + result);
        if (Boolean.getBoolean("pgtwo.figures")) {
            System.out.printf(Locale.ROOT, "%s: %.0f MB/s%n", what, megabytes / seconds);
        }
    }

    private static long writeTo(PgConnection connection, String sql) throws IOException {
        try (CopyOut out = connection.copyOut(sql)) {
            return out.writeTo(OutputStream.nullOutputStream());
        }
    }

    private static long lines(PgConnection connection, String sql) {
        long bytes = 0;
        try (CopyOut out = connection.copyOut(sql)) {
            for (var row = out.nextRow(); row != null; row = out.nextRow()) {
                bytes += row.value(0).length();
            }
        }
        return bytes;
    }

    /** The table is emptied in between, so that little disk is needed. */
    private static long rows(PgConnection connection, int count) {
        long copied = 0;
        for (int left = count; left > 0; left -= MEGA / 10) {
            try (CopyIn in = connection.copyIn("copy much from stdin")) {
                for (int i = Math.min(left, MEGA / 10); i > 0; i--) {
                    in.row(VALUE);
                }
                copied += in.complete().orElseThrow();
            }
            connection.query("truncate much");
        }
        return copied;
    }
}
