package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.Cursor;
import io.github.pgtwo.client.LargeObject;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Pipeline;
import io.github.pgtwo.client.Result;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** What is done over a connection that may break at any moment; what it is told has to be right. */
enum Flow {
    TRUST(Start.AT_LOGIN_WITH_QUESTIONS, (connection, trial) -> {}),
    MD5(Start.AT_LOGIN, (connection, trial) -> {}),
    SSL_REFUSED(Start.AT_LOGIN, (connection, trial) -> {}),
    TLS(Start.AT_LOGIN, (connection, trial) -> answersOne(connection)),
    TLS_PREFERRED(Start.AT_LOGIN, (connection, trial) -> answersOne(connection)),
    QUERY(Start.BEHIND_LOGIN, (connection, trial) -> answersOne(connection)),
    INSERT(Start.BEHIND_LOGIN, (connection, trial) -> insert(connection, trial)),
    SCRIPT(Start.BEHIND_LOGIN, (connection, trial) -> {
        List<Result> results = connection.script("select 1; set datestyle = 'ISO'; select 2, null");
        assertThat(results).extracting(Result::tag).containsExactly("SELECT 1", "SET", "SELECT 1");
        assertThat(results.get(2).rows().get(0).text(0)).isEqualTo("2");
    }),
    FAILING_QUERY(Start.BEHIND_LOGIN, (connection, trial) -> {
        Trial.refused(() -> connection.query("select 1 / 0"), "division by zero");
        answersOne(connection);
    }),
    STREAM(Start.BEHIND_LOGIN, (connection, trial) -> {
        try (RowStream rows = connection.stream("select * from generate_series(1, 5)")) {
            assertThat(texts(rows)).containsExactly("1", "2", "3", "4", "5");
        }
    }),
    PIPELINE(Start.BEHIND_LOGIN, Flow::pipeline),
    CURSOR(
            Start.BEHIND_LOGIN,
            (connection, trial) -> trial.transaction(connection, () -> {
                try (Cursor cursor = connection.cursor("select * from generate_series(1, 5)", 2)) {
                    assertThat(texts(cursor)).containsExactly("1", "2", "3", "4", "5");
                }
            })),
    FUNCTION_CALL(Start.BEHIND_LOGIN, (connection, trial) -> twoAndThree(connection)),
    LARGE_OBJECT(
            Start.BEHIND_LOGIN, (connection, trial) -> trial.transaction(connection, () -> largeObject(connection))),
    NOTIFICATION(Start.BEHIND_LOGIN, (connection, trial) -> {
        connection.query("listen faults");
        trial.elsewhere("notify faults");
        trial.awaitNotification(connection, "faults");
    }),
    CANCEL(
            Start.BEHIND_LOGIN,
            (connection, trial) -> trial.cancelMeanwhile(
                    connection, () -> Trial.isRefused(() -> nap(connection), "canceling statement"))),
    QUERY_TIMEOUT(Start.BEHIND_LOGIN, (connection, trial) -> {
        connection.queryTimeout(Trial.NO_TIME);
        Trial.isRefused(() -> nap(connection), "was cancelled");
    }),
    COPY_IN(Start.BEHIND_LOGIN, (connection, trial) -> trial.copyIn(connection.copyIn(Trial.COPY))),
    COPY_IN_ALONE(
            Start.BEHIND_LOGIN, (connection, trial) -> trial.copyInAlone(connection.copyInTransaction(Trial.COPY))),
    COPY_IN_TRANSACTION(
            Start.BEHIND_LOGIN, (connection, trial) -> trial.transaction(connection, () -> copyMore(connection))),
    COPY_OUT(Start.BEHIND_LOGIN, (connection, trial) -> copyOut(connection)),
    TRANSACTION(Start.BEHIND_LOGIN, (connection, trial) -> trial.transaction(connection, () -> {}));

    private static final int INT4PL = 177;

    private final Start start;

    @SuppressWarnings("ImmutableEnumChecker") // only lambdas, which keep nothing
    private final Work work;

    /** Where the trouble begins. */
    enum Start {
        AT_LOGIN_WITH_QUESTIONS,
        AT_LOGIN,
        BEHIND_LOGIN
    }

    /** What a flow does with a connection. */
    interface Work {
        void run(PgConnection connection, Trial trial);
    }

    Flow(Start start, Work work) {
        this.start = start;
        this.work = work;
    }

    boolean login() {
        return start != Start.BEHIND_LOGIN;
    }

    /** Whether the client has to find out what the server is like. */
    boolean asks() {
        return start == Start.AT_LOGIN_WITH_QUESTIONS;
    }

    void run(PgConnection connection, Trial trial) {
        work.run(connection, trial);
    }

    private static void answersOne(PgConnection connection) {
        assertThat(connection.query("select 1").rows().get(0).text(0)).isEqualTo("1");
    }

    private static void insert(PgConnection connection, Trial trial) {
        trial.inserting();
        assertThat(connection.query(trial.insert()).tag()).endsWith(" 1");
        trial.committed();
    }

    private static List<String> texts(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> String.valueOf(row.text(0)))
                .toList();
    }

    private static void pipeline(PgConnection connection, Trial trial) {
        try (Pipeline pipeline = connection.pipeline()) {
            trial.inserting();
            pipeline.send(trial.insert());
            pipeline.send("select 1 / 0");
            pipeline.send("select 3");
            assertThat(pipeline.next().tag()).endsWith(" 1");
            trial.committed();
            Trial.refused(pipeline::next, "division by zero");
            assertThat(pipeline.next().rows().get(0).text(0)).isEqualTo("3");
        }
    }

    private static void largeObject(PgConnection connection) {
        var objects = connection.largeObjects();
        long oid = objects.create();
        try (LargeObject object = objects.open(oid)) {
            byte[] written = "large".getBytes(StandardCharsets.US_ASCII);
            object.write(written, 0, written.length);
            assertThat(object.size()).isEqualTo(written.length);
            object.seek(0);
            assertThat(object.read(100)).isEqualTo(Bytes.wrap(written));
        }
        objects.unlink(oid);
    }

    private static void copyMore(PgConnection connection) {
        try (CopyIn copy = connection.copyInTransaction(Trial.COPY)) {
            copy.row("-1");
            copy.row("-2");
            copy.complete();
        }
    }

    private static void copyOut(PgConnection connection) {
        try (CopyOut copy = connection.copyOut("copy (select * from generate_series(1, 3)) to stdout")) {
            for (int i = 1; i <= 3; i++) {
                assertThat(copy.nextLine()).isEqualTo(Bytes.utf8(String.valueOf(i)));
            }
            assertThat(copy.nextLine()).isNull();
            assertThat(copy.rows()).hasValue(3);
        }
    }

    private static void nap(PgConnection connection) {
        connection.query("select pg_sleep(0.2)");
    }

    private static void twoAndThree(PgConnection connection) {
        assertThat(connection.call(INT4PL, int4(2), int4(3))).contains(int4(5));
    }

    private static Bytes int4(int value) {
        return Bytes.of((byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value);
    }
}
