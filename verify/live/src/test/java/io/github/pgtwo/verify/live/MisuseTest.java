package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.client.error.PgUsageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be done is refused, in words that help, and does no harm. */
class MisuseTest extends EveryServer {
    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(PgUsageException.class).hasMessageContaining(words);
    }

    private void assertHeld(Function<PgConnection, AutoCloseable> opening, String name) throws Exception {
        try (PgConnection connection = connect()) {
            try (AutoCloseable open = opening.apply(connection)) {
                assertThat(open).isNotNull();
                String words = name + " is still open on this connection";
                assertRefused(() -> connection.query("select 1"), words);
                assertRefused(() -> connection.stream("select 1"), words);
                assertRefused(connection::pipeline, words);
                assertRefused(() -> connection.call(177), words);
                assertRefused(() -> connection.largeObjects().create(), words);
                assertRefused(() -> connection.inTransaction(on -> "never"), words);
            }
            assertAnswers(connection);
        }
    }

    @Test
    void whatIsOpenIsNamed() throws Exception {
        assertHeld(connection -> connection.stream("select * from generate_series(1, 1000)"), "a RowStream");
        assertHeld(connection -> connection.execute("select 1; select 2"), "a Results");
        assertHeld(PgConnection::pipeline, "a Pipeline");
    }

    @Test
    void rowsOutliveWhatTheyCameFrom() {
        List<Row> rows;
        try (PgConnection connection = connect()) {
            try (RowStream stream = connection.stream("select 'kept'")) {
                rows = List.of(stream.iterator().next());
                assertRefused(stream::iterator, "once");
            }
            assertRefused(() -> rows.get(0).text(1), "no column 1");
            assertRefused(() -> rows.get(0).text("nope"), "nope");
        }
        assertThat(rows.get(0).text(0)).isEqualTo("kept");
    }

    @Test
    void textsThatCannotBeSent() {
        try (PgConnection connection = connect()) {
            assertRefused(() -> connection.query("select '\0'"), "cannot be sent");
            assertRefused(() -> connection.query("select 1; select 2"), "script()");
            assertRefused(() -> connection.stream("select 1; select 2").forEach(row -> {}), "execute() or script()");
            assertAnswers(connection);
        }
    }

    @Test
    void aClosedConnection() {
        PgConnection connection = connect();
        connection.close();
        connection.close();
        assertThat(connection.isOpen()).isFalse();
        assertRefused(() -> connection.query("select 1"), "has been closed");
        assertThat(connection.cancel()).isFalse();
    }

    @Test
    void threadsWaitForEachOther() {
        try (PgConnection connection = connect()) {
            List<CompletableFuture<Void>> threads = IntStream.range(0, 8)
                    .mapToObj(thread -> OwnThread.run(() -> {
                        for (int i = 0; i < 50; i++) {
                            String number = "" + (thread * 1000 + i);
                            assertThat(value(connection, "select " + number)).isEqualTo(number);
                        }
                    }))
                    .toList();
            threads.forEach(CompletableFuture::join);
        }
    }

    @Test
    void noThreadIsStartedOrLeft() {
        try (PgConnection first = connect()) {
            assertAnswers(first); // loads what a JVM has threads for
            var before = Thread.getAllStackTraces().keySet();
            PgConnection connection = connect();
            RowStream rows = connection.stream("select generate_series(1, 1000000)");
            connection.cancel();
            assertThatThrownBy(() -> rows.forEach(row -> {})).hasMessageContaining("canceling");
            connection.query("listen x");
            assertThat(connection.awaitNotification(Duration.ofMillis(1))).isEmpty();
            assertThat(before).containsAll(ours());
            connection.close();
            assertThat(before).containsAll(ours());
        }
    }

    /** Not those of the JVM and of servers that are still starting. */
    private static List<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals("process reaper"))
                .toList();
    }
}
