package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgProtocolRefusedException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.codec.backend.BackendMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that break the rules, on purpose or by dying; each test stands for a way that once went wrong. */
@Timeout(20)
class HostileServerTest {
    private final FakeServer server = FakeServer.loggedIn();

    private PgConnection connect() {
        return server.client().build().connect();
    }

    @Test
    void silenceAfterReadyIsWithinTheTimeOfTheLogin() {
        FakeServer silent = new FakeServer().answer(ok(), key(1, 2), ready()).silentAtEnd();
        PgClient client =
                silent.askingClient().loginTimeout(Duration.ofSeconds(5)).build();
        assertThatThrownBy(client::connect)
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in time");
        assertThat(silent.closed()).isTrue();
    }

    @Test
    void endlessNoticesAreNoLogin() {
        FakeServer chatty = new FakeServer();
        chatty.answer(Collections.nCopies(2000, notice("NOTICE:  wait\n")).toArray(BackendMessage[]::new));
        PgClient client = chatty.client().build();
        assertThatThrownBy(client::connect)
                .isInstanceOf(PgProtocolException.class)
                .hasMessageContaining("the limit of 1000");
    }

    @Test
    void aLongRefusalIsNotPonderedFor() {
        FakeServer refusing = new FakeServer().answer(error("2.0 ".repeat(4_000)));
        PgClient client = refusing.client().build();
        assertThatThrownBy(client::connect).isInstanceOf(PgServerException.class);
        FakeServer endless = new FakeServer().answer(error("2.0 ".repeat(200_000)));
        assertThatThrownBy(() -> endless.client().build().connect()).isInstanceOf(PgProtocolException.class);
        FakeServer newlines = new FakeServer().answer(error("\n".repeat(16_000) + "x"));
        assertThatThrownBy(() -> newlines.client().build().connect()).isInstanceOf(PgServerException.class);
    }

    @Test
    void aFatalErrorToTheFirstQuestionIsNoConnection() {
        FakeServer dying = new FakeServer().answer(ok(), key(1, 2), ready()).answer(error("FATAL:  shutting down\n"));
        assertThatThrownBy(() -> dying.askingClient().build().connect())
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isTrue());
    }

    @Test
    void rowsWithoutEndToAQuestionFillNoMemory() {
        FakeServer chatty = new FakeServer()
                .answer(ok(), key(1, 2), ready())
                .answer(columns("version"), row("PostgreSQL 13"), row("PostgreSQL 13"));
        assertThatThrownBy(() -> chatty.askingClient().build().connect())
                .isInstanceOf(PgProtocolException.class)
                .hasMessageContaining("more than 1 rows");
        assertThat(chatty.closed()).isTrue();
    }

    @Test
    void whatComesBehindReadyIsNotTheNextAnswer() {
        server.answer(completed("A"), ready(), completed("INSERT 0 1"), ready());
        PgConnection connection = connect();
        assertThat(connection.query("a").tag()).isEqualTo("A");
        assertThatThrownBy(() -> connection.query("insert")).isInstanceOf(PgProtocolException.class);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void anErrorBehindReadyIsTold() {
        server.answer(completed("A"), ready(), error("FATAL:  terminating connection due to administrator command\n"));
        PgConnection connection = connect();
        connection.query("a");
        int sent = server.received().length;
        assertThatThrownBy(() -> connection.query("b")).hasMessageContaining("administrator");
        assertThat(server.received()).as("nothing was sent").hasSize(sent);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void lastWordsAreReadWhenWritingFails() {
        PgConnection connection = connect();
        server.answer(error("FATAL:  too large\n"));
        server.goDeaf();
        assertThatThrownBy(() -> connection.query("b"))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("too large");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        server.answer(
                        notice("NOTICE:  1\n"),
                        cursor(),
                        columns("a"),
                        notice("NOTICE:  2\n"),
                        row("x"),
                        completed("SELECT"),
                        ready())
                .answer(error("ERROR:  real\n"), notice("NOTICE:  3\n"), ready());
        var throwing = new ConnectionListener() {
            @Override
            public void notice(ServerMessage notice) {
                throw new IllegalStateException("listener");
            }
        };
        PgConnection connection = server.client().listener(throwing).build().connect();
        try (RowStream rows = connection.stream("select")) {
            assertThat(rows).hasSize(1);
        }
        assertThatThrownBy(() -> connection.query("select")).hasMessage("ERROR:  real");
    }

    @Test
    void junkBehindAnErrorDoesNotHideIt() {
        server.answer(error("ERROR:  real reason\n")).raw(new byte[] {'?', '?'});
        PgConnection connection = connect();
        Results results = connection.execute("select");
        assertThatThrownBy(results::next)
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isTrue())
                .hasMessage("ERROR:  real reason")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        results.close();
        assertThatThrownBy(() -> connection.query("select")).isInstanceOf(PgTransportException.class);
    }

    @Test
    void afterAFailureEveryFurtherStepFails() {
        server.answer(cursor(), columns("a"), row("1"));
        Iterator<Row> rows = connect().stream("select").iterator();
        rows.next();
        assertThatThrownBy(rows::hasNext).isInstanceOf(PgTransportException.class);
        assertThatThrownBy(rows::hasNext).isInstanceOf(PgTransportException.class);
        assertThatThrownBy(rows::next).isInstanceOf(PgTransportException.class);
    }

    @Test
    void theLastNoticeTellsOfACrash() {
        server.answer(
                cursor(), notice("WARNING:  terminating connection because of crash of another server process\n"));
        assertThatThrownBy(() -> connect().query("select"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("because of crash of another server process");
    }

    @Test
    void aFailedTransactionOfOldServersIsAnError() {
        server.answer(
                        notice("NOTICE:  current transaction is aborted, queries ignored\n"),
                        completed("*ABORT STATE*"),
                        ready())
                .answer(completed("ROLLBACK"), ready());
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("insert"))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("current transaction is aborted");
        assertThat(connection.query("rollback").tag()).isEqualTo("ROLLBACK");
    }

    @Test
    void theTextOfAServerCannotForgeOrFloodALog() {
        server.answer(error("ERROR:  a\u001b[2J\r\n2026-01-01 fake " + "x".repeat(100_000) + "\n"), ready());
        assertThatThrownBy(() -> connect().query("select")).isInstanceOfSatisfying(PgServerException.class, thrown -> {
            assertThat(thrown.getMessage())
                    .hasSizeLessThan(2100)
                    .doesNotContainPattern("\\p{Cntrl}")
                    .startsWith("ERROR:  a");
            assertThat(thrown.serverMessage().raw()).hasSizeGreaterThan(100_000);
        });
    }

    @Test
    void anAnswerInANewerProtocolIsNamed() {
        FakeServer newer = new FakeServer().raw("E\0\0\0\u0010SFATAL\0".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> newer.client().build().connect()).isInstanceOf(PgProtocolRefusedException.class);
    }

    @Test
    void rowsAreWalkedOnce() {
        server.answer(cursor(), columns("a"), row("1"), row("2"), completed("SELECT"), ready());
        try (RowStream rows = connect().stream("select")) {
            rows.iterator().next();
            assertThatThrownBy(rows::iterator)
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("once");
        }
    }
}
