package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import java.io.OutputStream;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that always have more to say: the client's time ends all the same, and its memory is bounded. */
@Timeout(30)
class EndlessServerTest {
    private static final BackendMessage NOTICE = notice("NOTICE:  " + "more ".repeat(200) + "\n");
    private static final BackendMessage NOTIFICATION = new NotificationResponse(7, Bytes.utf8("x".repeat(8000)));

    private static PgConnection connect(EndlessServer server) {
        return server.client().loginTimeout(Duration.ofMillis(400)).build().connect();
    }

    static Stream<EndlessServer> answers() {
        return Stream.of(
                new EndlessServer(NOTICE),
                new EndlessServer(NOTIFICATION),
                new EndlessServer(NOTICE, NOTIFICATION),
                new EndlessServer(cursor(), columns("a"), completed("SELECT")),
                new EndlessServer(error("ERROR:  one\n"), error("ERROR:  more\n"), NOTICE));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aStatementHasItsTime(EndlessServer server) {
        PgConnection connection = connect(server);
        connection.queryTimeout(Duration.ofMillis(50));
        Results results = connection.execute("select");
        assertThatThrownBy(() -> {
                    while (results.next()) {
                        // none is kept
                    }
                })
                .isInstanceOfAny(PgTransportException.class, PgServerException.class);
        assertThat(connection.isOpen()).isFalse();
        assertThatThrownBy(() -> connection.query("select")).isInstanceOf(PgTransportException.class);
    }

    /** The login's, which is longer than this test may take, has no say in it. */
    @Test
    void theTimeForCancellingIsAChoice() {
        PgConnection connection = new EndlessServer(NOTICE)
                .client()
                .cancelTimeout(Duration.ofMillis(400))
                .build()
                .connect();
        connection.queryTimeout(Duration.ofMillis(50));
        assertThatThrownBy(() -> connection.query("select")).isInstanceOf(PgTransportException.class);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void soHasAStreamThatIsClosedEarly() {
        PgConnection connection = connect(new EndlessServer(cursor(), columns("a"), row("1"), completed("SELECT")));
        connection.queryTimeout(Duration.ofMillis(50));
        RowStream rows = connection.stream("select");
        assertThatThrownBy(rows::close).isInstanceOf(PgTransportException.class);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void soHasAFunctionCall() {
        PgConnection connection = connect(new EndlessServer(NOTICE));
        connection.queryTimeout(Duration.ofMillis(50));
        assertThatThrownBy(() -> connection.call(1)).isInstanceOf(PgTransportException.class);
    }

    private static EndlessServer table() {
        return EndlessServer.behind(new CopyOutResponse(), new CopyOutData(Bytes.utf8("row\n")));
    }

    @Test
    void soHasACopyOut() {
        PgConnection connection = connect(table());
        connection.queryTimeout(Duration.ofMillis(50));
        CopyOut copy = connection.copyOut("copy t to stdout");
        assertThatThrownBy(() -> copy.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(PgTransportException.class);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void soHasTheEndOfACopyOutThatIsGivenUp() {
        PgConnection connection = connect(table());
        CopyOut copy = connection.copyOut("copy t to stdout");
        assertThat(copy.nextLine()).isEqualTo(Bytes.utf8("row"));
        copy.close();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void soHaveRowsThatTheCallerHasGivenUp() {
        PgConnection connection = connect(EndlessServer.behind(columns("a"), row("1")));
        RepeatedQuery query = connection.repeated("select");
        assertThatThrownBy(() -> query.run(row -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void soHasTheEndOfACopyIn() {
        PgConnection connection = connect(EndlessServer.behind(new CopyInResponse(), NOTICE));
        connection.queryTimeout(Duration.ofMillis(50));
        CopyIn copy = connection.copyInTransaction("copy t from stdin");
        assertThatThrownBy(copy::complete).isInstanceOf(PgTransportException.class);
        assertThat(copy.outcome()).contains(CopyOutcome.CONNECTION_BROKEN);
    }

    @Test
    void soHasTheWaitForANotification() {
        PgConnection connection = connect(new EndlessServer(NOTICE));
        assertThat(connection.awaitNotification(Duration.ofMillis(50))).isEmpty();
        assertThat(connection.isOpen()).isTrue();
        connection.close();
    }

    @Test
    void notificationsAreHandedOutOneByOne() {
        PgConnection connection = connect(new EndlessServer(NOTIFICATION));
        for (int i = 0; i < 10_000; i++) {
            assertThat(connection.awaitNotification(Duration.ofSeconds(5))).isPresent();
        }
        connection.close();
    }

    @Test
    void soHasALoginWithEndlessKeys() {
        assertThatThrownBy(() -> connect(EndlessServer.inLogin(key(1, 2))))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in time");
    }
}
