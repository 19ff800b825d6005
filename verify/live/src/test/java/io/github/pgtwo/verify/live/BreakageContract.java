package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.embedded.EmbeddedServer;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers and connections that end while something is under way: a typed exception, never a hang. */
@Timeout(120)
abstract class BreakageContract extends ServerContract {
    private static final String ENDLESS = "select generate_series(1, 2000000000), repeat('x', 100)";

    @Test
    void aServerKilledInTheMiddleOfAResult() {
        try (EmbeddedServer server = Servers.start();
                PgConnection connection = clientOf(server).build().connect()) {
            Iterator<Row> rows = connection.stream(ENDLESS).iterator();
            for (int i = 1; i <= 1000; i++) {
                assertThat(rows.next().text(0)).isEqualTo("" + i);
            }
            server.kill();
            assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                    .isInstanceOfAny(PgTransportException.class, PgServerException.class);
            assertThat(connection.isOpen()).isFalse();
            assertThatThrownBy(() -> connection.query("select 1")).isInstanceOf(PgException.class);
        }
    }

    @Test
    void aServerShutDownWhileWeWaitForANotification() throws Exception {
        try (EmbeddedServer server = Servers.start();
                PgConnection connection = clientOf(server).build().connect()) {
            connection.query("listen x");
            var waiting = OwnThread.supply(() -> connection.awaitNotification(Duration.ofSeconds(60)));
            assertThat(waiting).isNotDone();
            server.stop();
            assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfAny(PgServerException.class, PgTransportException.class);
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void aSessionEndedByTheAdministrator() {
        try (PgConnection victim = connect();
                PgConnection administrator = connect()) {
            String pid = victim.query("select pg_backend_pid()").rows().get(0).text(0);
            administrator.query("select pg_terminate_backend(" + pid + ")");
            assertThatThrownBy(() -> victim.query("select pg_sleep(30)"))
                    .isInstanceOfAny(PgServerException.class, PgTransportException.class)
                    .isInstanceOfSatisfying(
                            PgException.class,
                            thrown -> assertThat(victim.isOpen()).isFalse());
            assertAnswers(administrator);
        }
    }

    @Test
    void aFatalErrorWhileAQueryRuns() throws Exception {
        try (PgConnection victim = connect();
                PgConnection administrator = connect()) {
            String pid = victim.query("select pg_backend_pid()").rows().get(0).text(0);
            var running = OwnThread.supply(() -> victim.query("select pg_sleep(60)"));
            awaitActive(administrator, pid);
            administrator.query("select pg_terminate_backend(" + pid + ")");
            assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            PgServerException.class,
                            thrown -> assertThat(thrown.fatal()).isTrue())
                    .hasMessageContaining("terminating connection");
        }
    }

    static void awaitActive(PgConnection administrator, String pid) {
        String sql =
                "select 1 from pg_stat_activity where state = 'active' and query like '%pg_sleep%' and pid = " + pid;
        while (administrator.query(sql).rows().isEmpty()) {
            administrator.query("select pg_sleep(0.01)");
        }
    }

    @Test
    void closeFromAnotherThreadEndsAWaitingQuery() throws Exception {
        try (PgConnection administrator = connect()) {
            PgConnection connection = connect();
            String pid =
                    connection.query("select pg_backend_pid()").rows().get(0).text(0);
            var running = OwnThread.supply(() -> connection.query("select pg_sleep(600)"));
            awaitActive(administrator, pid);
            connection.close();
            assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(PgTransportException.class);
        }
    }

    @Test
    void aServerThatKeepsSilentEndsWithTheReadTimeout() {
        try (PgConnection connection = clientOf(Servers.thirteen())
                .readTimeout(Duration.ofMillis(300))
                .build()
                .connect()) {
            assertAnswers(connection);
            assertThatThrownBy(() -> connection.query("select pg_sleep(600)"))
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("in time");
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void aStreamClosedEarlyLeavesTheConnectionUsable() {
        try (PgConnection connection = connect()) {
            try (RowStream rows = connection.stream("select * from generate_series(1, 100000)")) {
                assertThat(rows.iterator().next().text(0)).isEqualTo("1");
            }
            assertAnswers(connection);
        }
    }
}
