package io.github.pgtwo.console.demo;

import io.github.pgtwo.client.LargeObjects;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.codec.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;

/** Steps that show more of the protocol than a query and its rows. */
final class BeyondQueries {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long INT4_PLUS = 177;
    private static final int MEGABYTE = 1 << 20;

    private BeyondQueries() {}

    static String transaction(Site site) {
        try (PgConnection connection = site.connect()) {
            connection.query("create temp table t (n int)");
            String said = Expect.failure(
                    PgServerException.class,
                    "division by zero",
                    () -> connection.inTransaction(on -> {
                        on.query("insert into t values (1)");
                        return on.query("select 1/0");
                    }));
            Expect.same(TransactionStatus.IDLE, connection.transactionStatus());
            Expect.same("0", Walk.value(connection, "select count(*) from t"));
            return said + "; the first half is undone";
        }
    }

    static String notification(Site site) {
        try (PgConnection connection = site.connect();
                PgConnection other = site.connect()) {
            connection.query("listen bell");
            other.query("notify bell");
            String heard = connection
                    .awaitNotification(LONGEST)
                    .map(notification -> notification.condition() + " from process " + notification.processId())
                    .orElse("nothing");
            Expect.same("bell from process " + Walk.value(other, "select pg_backend_pid()"), heard);
            return heard;
        }
    }

    static String functionCall(Site site) {
        try (PgConnection connection = site.connect()) {
            Bytes sum = connection.call(INT4_PLUS, int4(2), int4(3)).orElse(Bytes.EMPTY);
            Expect.same(int4(5), sum);
            return "int4pl(2, 3) is 5, in binary";
        }
    }

    private static Bytes int4(int value) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    static String largeObject(Site site) throws IOException {
        byte[] bytes = new byte[MEGABYTE];
        new Random(MEGABYTE).nextBytes(bytes);
        try (PgConnection connection = site.connect()) {
            LargeObjects objects = connection.largeObjects();
            long oid = connection.inTransaction(on -> objects.importFrom(new ByteArrayInputStream(bytes)));
            ByteArrayOutputStream back = new ByteArrayOutputStream();
            long length = connection.inTransaction(on -> objects.exportTo(oid, back));
            Expect.same(true, Arrays.equals(bytes, back.toByteArray()));
            objects.unlink(oid);
            return length + " bytes came back as they went";
        }
    }

    static String cancel(Site site) {
        try (PgConnection connection = site.connect();
                RowStream rows = connection.stream("select generate_series(1, 2000000000)")) {
            Iterator<Row> iterator = rows.iterator();
            Expect.same("1", iterator.next().text(0));
            Expect.same(true, connection.cancel());
            String said = Expect.failure(
                    PgServerException.class, "canceling statement", () -> iterator.forEachRemaining(row -> {}));
            Expect.same("42", Walk.value(connection, "select 42"));
            return said + "; then select 42 gave 42";
        }
    }
}
