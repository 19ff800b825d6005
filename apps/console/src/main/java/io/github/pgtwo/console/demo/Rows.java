package io.github.pgtwo.console.demo;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Many rows, and a number over all of them that the server can work out as well. */
final class Rows {
    static final int COUNT = 100_000;
    static final String CHECKSUM = "select md5(string_agg(n || ':' || md5(n::text) || ';', '' order by n))"
            + " from generate_series(1, " + COUNT + ") n";

    private static final String ROWS = "select n, md5(n::text) from generate_series(1, " + COUNT + ") n";

    private Rows() {}

    static String checksum(PgConnection connection) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        try (RowStream rows = connection.stream(ROWS)) {
            for (Row row : rows) {
                digest.update((row.text(0) + ":" + row.text(1) + ";").getBytes(StandardCharsets.US_ASCII));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
