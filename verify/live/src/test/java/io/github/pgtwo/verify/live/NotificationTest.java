package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.event.Notification;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Conditions that somebody notifies. */
class NotificationTest extends EveryServer {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    /** In no other place: servers tell all listeners in a database. */
    private String bell() {
        return "Bell" + place().suffix();
    }

    private PgConnection listening() {
        PgConnection connection = connect();
        connection.query("listen \"" + bell() + '"');
        return connection;
    }

    private void ring(PgConnection connection) {
        connection.query("notify \"" + bell() + '"');
    }

    private static int pid(PgConnection connection) {
        return Integer.parseInt(value(connection, "select pg_backend_pid()"));
    }

    @Test
    void ourOwnHasComeWithTheAnswer() {
        try (PgConnection connection = listening()) {
            ring(connection);
            assertThat(connection.awaitNotification(Duration.ZERO)).contains(new Notification(pid(connection), bell()));
            assertThat(connection.awaitNotification(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void oneThatCameBeforeIsNotLost() {
        try (PgConnection connection = listening();
                PgConnection other = connect()) {
            ring(other);
            assertAnswers(connection);
            assertThat(connection.awaitNotification(LONG)).contains(new Notification(pid(other), bell()));
        }
    }

    @Test
    void oneThatComesWhileWeWait() throws Exception {
        try (PgConnection connection = listening();
                PgConnection other = connect()) {
            var heard = OwnThread.supply(() -> connection.awaitNotification(LONG));
            other.query("select pg_sleep(0.05)");
            ring(other);
            assertThat(heard.get(60, TimeUnit.SECONDS)).contains(new Notification(pid(other), bell()));
            assertAnswers(connection);
        }
    }

    @Test
    void nothingComesInTime() {
        try (PgConnection connection = listening()) {
            assertThat(connection.awaitNotification(SHORT)).isEmpty();
            assertThatThrownBy(() -> connection.awaitNotification(Duration.ofMillis(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
            ring(connection);
            assertThat(connection.awaitNotification(SHORT)).isPresent();
        }
    }

    @Test
    void itWaitsForTheEndOfBothTransactions() {
        try (PgConnection connection = listening();
                PgConnection other = connect()) {
            other.query("begin");
            ring(other);
            assertThat(connection.awaitNotification(SHORT)).isEmpty();
            connection.query("begin");
            other.query("commit");
            assertAnswers(connection);
            assertThat(connection.awaitNotification(SHORT)).isEmpty();
            connection.query("commit");
            assertThat(connection.awaitNotification(LONG)).contains(new Notification(pid(other), bell()));
        }
    }

    @Test
    void whatIsRolledBackOrNotListenedToIsNotHeard() {
        try (PgConnection connection = listening();
                PgConnection other = connect()) {
            other.query("begin");
            ring(other);
            other.query("rollback");
            other.query("notify another");
            assertThat(connection.awaitNotification(SHORT)).isEmpty();
            connection.query("unlisten *");
            ring(connection);
            assertThat(connection.awaitNotification(SHORT)).isEmpty();
        }
    }

    @Test
    void severalInTheirOrder() {
        try (PgConnection connection = listening();
                PgConnection other = connect()) {
            connection.query("listen first" + place().suffix());
            other.query("notify first" + place().suffix());
            ring(other);
            assertThat(connection.awaitNotification(LONG).map(Notification::condition))
                    .contains("first" + place().suffix());
            assertThat(connection.awaitNotification(LONG).map(Notification::condition))
                    .contains(bell());
        }
    }

    /** Servers send each name of a transaction once, so that each has its own. */
    @Test
    void theLatestThousandAreKept() {
        int conditions = 1200;
        try (PgConnection connection = connect()) {
            StringBuilder all = new StringBuilder("begin;");
            for (int i = 1; i <= conditions; i++) {
                all.append("listen c%1$d_%2$s; notify c%1$d_%2$s;".formatted(i, place().way()));
            }
            connection.script(all.append("commit").toString());
            for (int i = conditions - 999; i <= conditions; i++) {
                assertThat(connection
                                .awaitNotification(Duration.ZERO)
                                .orElseThrow()
                                .condition())
                        .isEqualTo(("c" + i + "_" + place().way()).toLowerCase(Locale.ROOT));
            }
            assertThat(connection.awaitNotification(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void notWhileRowsAreOpen() {
        try (PgConnection connection = listening();
                RowStream rows = connection.stream("select 1")) {
            assertThatThrownBy(() -> connection.awaitNotification(SHORT))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("RowStream");
            assertThat(rows.iterator().next().text(0)).isEqualTo("1");
        }
    }

    @Test
    void aSessionThatIsEndedWhileWeWait() {
        try (PgConnection connection = listening();
                PgConnection administrator = connect()) {
            int pid = pid(connection);
            var waiting = OwnThread.supply(() -> connection.awaitNotification(LONG));
            administrator.query("select pg_sleep(0.05)");
            administrator.query("select pg_terminate_backend(" + pid + ")");
            assertThatThrownBy(() -> waiting.get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfAny(PgServerException.class, PgTransportException.class)
                    .hasMessageContaining("terminating connection");
            assertThat(connection.isOpen()).isFalse();
            assertThatThrownBy(() -> connection.awaitNotification(SHORT)).isInstanceOf(PgException.class);
        }
    }
}
