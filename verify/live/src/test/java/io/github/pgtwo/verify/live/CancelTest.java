package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is running is cancelled, and nothing else. */
class CancelTest extends EveryServer {
    /** Long enough for a statement to begin on a busy machine: one that has not is not hit. */
    private static final Duration TOO_LONG = Duration.ofMillis(400);

    private static void assertCancelled(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isFalse())
                .hasMessageContaining("canceling statement due to user request");
    }

    @Test
    void fromAnotherThread() {
        try (PgConnection connection = connect();
                PgConnection administrator = connect()) {
            String pid = value(connection, "select pg_backend_pid()");
            var running = OwnThread.supply(() -> connection.query("select pg_sleep(600)"));
            BreakageContract.awaitActive(administrator, pid);
            assertThat(connection.cancel()).isTrue();
            assertThatThrownBy(() -> running.get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("canceling statement due to user request");
            assertAnswers(connection);
        }
    }

    @Test
    void inTheMiddleOfRows() {
        try (PgConnection connection = connect()) {
            try (RowStream rows = connection.stream("select generate_series(1, 2000000000), repeat('x', 100)")) {
                Iterator<Row> iterator = rows.iterator();
                assertThat(iterator.next().text(0)).isEqualTo("1");
                assertThat(connection.cancel()).isTrue();
                assertCancelled(() -> iterator.forEachRemaining(row -> {}));
            }
            assertAnswers(connection);
        }
    }

    @Test
    void itFailsTheTransaction() {
        try (PgConnection connection = connect()) {
            connection.query("begin");
            RowStream rows = connection.stream("select generate_series(1, 2000000000), repeat('x', 100)");
            assertThat(connection.cancel()).isTrue();
            assertCancelled(() -> rows.forEach(row -> {}));
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        }
    }

    @Test
    void whenNothingRunsNothingIsDone() {
        try (PgConnection connection = connect()) {
            assertThat(connection.cancel()).isFalse();
            assertAnswers(connection);
            assertThat(connection.cancel()).isFalse();
        }
    }

    /** The statement may be over before, or not have begun; one that is run when cancel() has returned is not hit. */
    @Test
    void theNextStatementIsNeverHit() {
        try (PgConnection connection = connect()) {
            for (int round = 0; round < 200; round++) {
                var running = OwnThread.supply(() -> succeeds(connection, "select count(*) from pg_class"));
                while (!running.isDone() && !connection.cancel()) {
                    Thread.onSpinWait();
                }
                running.join();
                assertThat(value(connection, "select " + round)).isEqualTo("" + round);
            }
        }
    }

    /** Returns whether it has; if not, it was cancelled. */
    private static boolean succeeds(PgConnection connection, String sql) {
        try {
            assertThat(connection.query(sql).rows()).hasSize(1);
            return true;
        } catch (PgServerException e) {
            assertThat(e).hasMessageContaining("canceling statement due to user request");
            return false;
        }
    }

    @Test
    void statementsWithoutAPauseSucceedOrAreCancelled() {
        AtomicBoolean stop = new AtomicBoolean();
        try (PgConnection connection = connect()) {
            var running = OwnThread.run(() -> {
                while (!stop.get()) {
                    succeeds(connection, "select 1");
                }
            });
            for (int asked = 0; asked < place().amount(200, 50) && !running.isDone(); ) {
                asked += connection.cancel() ? 1 : 0;
            }
            stop.set(true);
            running.join();
            assertAnswers(connection);
        }
    }

    /** What follows may take its time. */
    private static void assertTimesOut(PgConnection connection, ThrowingCallable call) {
        connection.queryTimeout(TOO_LONG);
        assertThatThrownBy(call).isInstanceOf(PgTimeoutException.class);
        connection.queryTimeout(Duration.ZERO);
    }

    @Test
    void aStatementThatTakesTooLong() {
        try (PgConnection connection = connect()) {
            assertTimesOut(connection, () -> connection.query("select pg_sleep(600)"));
            assertAnswers(connection);
            assertThat(connection.query("select pg_sleep(0.5)").rows()).hasSize(1);
        }
    }

    @Test
    void aTimeoutFailsTheTransaction() {
        try (PgConnection connection = connect()) {
            connection.query("begin");
            assertTimesOut(connection, () -> connection.query("select pg_sleep(600)"));
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
            connection.query("rollback");
            assertAnswers(connection);
        }
    }

    @Test
    void aFunctionCallThatTakesTooLong() {
        Bytes seconds = Bytes.wrap(ByteBuffer.allocate(8).putDouble(600).array());
        try (PgConnection connection = connect()) {
            assertTimesOut(connection, () -> connection.call(2626, seconds)); // pg_sleep
            assertAnswers(connection);
        }
    }

    @Test
    void rowsThatTakeTooLong() {
        try (PgConnection connection = connect()) {
            assertTimesOut(connection, () -> {
                try (RowStream rows = connection.stream("select n, pg_sleep(0.05) from generate_series(1, 100000) n")) {
                    rows.forEach(row -> {});
                }
            });
            assertAnswers(connection);
        }
    }
}
