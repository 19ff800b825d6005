package io.github.pgtwo.console.demo;

import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.codec.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** COPY in both directions, which the server's own client programs use for dumps. */
final class CopySteps {
    private static final int ROWS = 10_000;

    private CopySteps() {}

    static String thereAndBack(Site site) throws IOException {
        try (PgConnection connection = site.connect()) {
            connection.query("create temp table t (n int, word text)");
            try (CopyIn in = connection.copyIn("copy t from stdin")) {
                for (int n = 1; n <= ROWS; n++) {
                    in.row(Integer.toString(n), n % 2 == 0 ? null : "tab\tand\nnewline \\ " + n);
                }
                Expect.same(OptionalLong.of(ROWS), in.complete());
                Expect.same(Optional.of(CopyOutcome.COMMITTED), in.outcome());
            }
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            try (CopyOut out = connection.copyOut("copy (select * from t order by n) to stdout")) {
                out.writeTo(data);
            }
            Expect.same(sent(), Bytes.wrap(data.toByteArray()).utf8());
            return ROWS + " rows in, " + data.size() + " bytes out, with tabs, newlines and NULLs as they were";
        }
    }

    private static String sent() {
        StringBuilder lines = new StringBuilder();
        for (int n = 1; n <= ROWS; n++) {
            lines.append(n).append('\t').append(n % 2 == 0 ? "\\N" : "tab\\tand\\nnewline \\\\ " + n);
            lines.append('\n');
        }
        return lines.toString();
    }

    static String failure(Site site) {
        try (PgConnection connection = site.connect();
                PgConnection other = site.connect()) {
            connection.query("create table halves (n int)");
            CopyIn in = connection.copyIn("copy halves from stdin");
            in.row("1");
            in.row("two");
            String said = Expect.failure(PgServerException.class, "invalid input syntax", in::complete);
            Expect.same(Optional.of(CopyOutcome.ROLLED_BACK), in.outcome());
            Expect.same("0", Walk.value(other, "select count(*) from halves"));
            other.query("drop table halves");
            return said + "; no row is left";
        }
    }
}
