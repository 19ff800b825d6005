package io.github.pgtwo.client;

import static io.github.pgtwo.client.Answers.KEY;
import static io.github.pgtwo.client.Answers.OK;
import static io.github.pgtwo.client.Answers.P;
import static io.github.pgtwo.client.Answers.Z;
import static io.github.pgtwo.client.Answers.c;
import static io.github.pgtwo.client.Answers.d;
import static io.github.pgtwo.client.Answers.e;
import static io.github.pgtwo.client.Answers.n;
import static io.github.pgtwo.client.Answers.t;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    private final FakeServer server = Answers.loggedIn();

    private PgConnection connect() {
        return server.client().build().connect();
    }

    @Test
    void silenceAfterReadyIsWithinTheTimeOfTheLogin() {
        FakeServer silent = new FakeServer().answer(OK, KEY, Z).silentAtEnd();
        PgClient client = silent.client().loginTimeout(Duration.ofSeconds(5)).build();
        assertThatThrownBy(client::connect)
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in time");
        assertThat(silent.closed()).isTrue();
    }

    @Test
    void endlessNoticesDoNotOutliveTheTimeOfTheLogin() {
        FakeServer chatty = new FakeServer();
        BackendMessage[] chat = Collections.nCopies(2000, n("NOTICE:  wait\n")).toArray(BackendMessage[]::new);
        for (int i = 0; i < 200; i++) {
            chatty.answer(chat);
        }
        PgClient client = chatty.client().loginTimeout(Duration.ofMillis(1)).build();
        assertThatThrownBy(client::connect)
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in time");
    }

    @Test
    void aLongRefusalIsNotPonderedFor() {
        FakeServer refusing = new FakeServer().answer(e("2.0 ".repeat(4_000)));
        PgClient client = refusing.client().build();
        assertThatThrownBy(client::connect).isInstanceOf(PgServerException.class);
        FakeServer endless = new FakeServer().answer(e("2.0 ".repeat(200_000)));
        assertThatThrownBy(() -> endless.client().build().connect()).isInstanceOf(PgProtocolException.class);
        FakeServer newlines = new FakeServer().answer(e("\n".repeat(16_000) + "x"));
        assertThatThrownBy(() -> newlines.client().build().connect()).isInstanceOf(PgServerException.class);
    }

    @Test
    void aFatalErrorToTheSettingOfTheEncodingIsNoConnection() {
        FakeServer dying = new FakeServer().answer(OK, KEY, Z).answer(e("FATAL:  shutting down\n"));
        assertThatThrownBy(() -> dying.client().build().connect())
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isTrue());
    }

    @Test
    void whatComesBehindReadyIsNotTheNextAnswer() {
        server.answer(c("A"), Z, c("INSERT 0 1"), Z);
        PgConnection connection = connect();
        assertThat(connection.query("a").tag()).isEqualTo("A");
        assertThatThrownBy(() -> connection.query("insert")).isInstanceOf(PgProtocolException.class);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void anErrorBehindReadyIsTold() {
        server.answer(c("A"), Z, e("FATAL:  terminating connection due to administrator command\n"));
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
        server.answer(e("FATAL:  too large\n"));
        server.goDeaf();
        assertThatThrownBy(() -> connection.query("b"))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("too large");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        server.answer(n("NOTICE:  1\n"), P, t("a"), n("NOTICE:  2\n"), d("x"), c("SELECT"), Z)
                .answer(e("ERROR:  real\n"), n("NOTICE:  3\n"), Z);
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
        server.answer(e("ERROR:  real reason\n")).raw(new byte[] {'?', '?'});
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
        server.answer(P, t("a"), d("1"));
        Iterator<Row> rows = connect().stream("select").iterator();
        rows.next();
        assertThatThrownBy(rows::hasNext).isInstanceOf(PgTransportException.class);
        assertThatThrownBy(rows::hasNext).isInstanceOf(PgTransportException.class);
        assertThatThrownBy(rows::next).isInstanceOf(PgTransportException.class);
    }

    @Test
    void theLastNoticeTellsOfACrash() {
        server.answer(P, n("WARNING:  terminating connection because of crash of another server process\n"));
        assertThatThrownBy(() -> connect().query("select"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("because of crash of another server process");
    }

    @Test
    void aFailedTransactionOfOldServersIsAnError() {
        server.answer(n("NOTICE:  current transaction is aborted, queries ignored\n"), c("*ABORT STATE*"), Z)
                .answer(c("ROLLBACK"), Z);
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("insert"))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("current transaction is aborted");
        assertThat(connection.query("rollback").tag()).isEqualTo("ROLLBACK");
    }

    @Test
    void theTextOfAServerCannotForgeOrFloodALog() {
        server.answer(e("ERROR:  a\u001b[2J\r\n2026-01-01 fake " + "x".repeat(100_000) + "\n"), Z);
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
        server.answer(P, t("a"), d("1"), d("2"), c("SELECT"), Z);
        try (RowStream rows = connect().stream("select")) {
            rows.iterator().next();
            assertThatThrownBy(rows::iterator)
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("once");
        }
    }
}
