package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.event.Notification;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.codec.backend.EmptyQueryResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryTest {
    private final LoggedInServer server = new LoggedInServer();

    @AfterEach
    void theScriptWasKeptTo() throws IOException {
        server.close();
    }

    private PgConnection connect() {
        return server.connect();
    }

    @Test
    void rowsNullsAndTag() {
        server.on("select", cursor(), columns("a", "b"), row("1", null), row("", "x"), completed("SELECT 2"), ready());
        Result result = connect().query("select");
        assertThat(result.tag()).isEqualTo("SELECT 2");
        assertThat(result.columns()).extracting(column -> column.name().utf8()).containsExactly("a", "b");
        Row first = result.rows().get(0);
        assertThat(first.text(0)).isEqualTo("1");
        assertThat(first.isNull(1)).isTrue();
        assertThat(first.text(1)).isNull();
        assertThat(first.value(1)).isNull();
        Row second = result.rows().get(1);
        assertThat(second.text("a")).isEmpty();
        assertThat(second.text("b")).isEqualTo("x");
        assertThat(second.columns()).isEqualTo(2);
    }

    @Test
    void aColumnThatIsNotThereIsAUsageError() {
        server.on("select", cursor(), columns("a"), row("1"), completed("SELECT"), ready());
        Row row = connect().query("select").rows().get(0);
        assertThatThrownBy(() -> row.text(1))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("column 1");
        assertThatThrownBy(() -> row.text("z"))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("\"z\"");
    }

    @Test
    void aBinaryRowIsNotText() {
        server.on(
                "fetch 1 in c",
                cursor(),
                columns("a"),
                BinaryRow.of(List.of(Optional.of(Bytes.of((byte) 0, (byte) 7)))),
                completed("FETCH"),
                ready());
        Row row = connect().query("fetch 1 in c").rows().get(0);
        assertThat(row.value(0)).isEqualTo(Bytes.of((byte) 0, (byte) 7));
        assertThatThrownBy(() -> row.text(0))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("binary");
    }

    @Test
    void emptyQueriesOfAllGenerations() {
        server.on("", new EmptyQueryResponse(Bytes.EMPTY), ready()).on("--", ready());
        PgConnection connection = connect();
        assertThat(connection.query("")).isSameAs(Result.EMPTY);
        assertThat(connection.query("--")).isSameAs(Result.EMPTY);
    }

    @Test
    void severalStatements() {
        server.on(
                "begin; select 1; select",
                completed("BEGIN"),
                cursor(),
                columns("a"),
                row("1"),
                completed("SELECT"),
                cursor(),
                columns("b"),
                completed("SELECT"),
                ready());
        assertThat(connect().script("begin; select 1; select"))
                .extracting(
                        Result::tag, Result::hasRows, result -> result.rows().size())
                .containsExactly(tuple("BEGIN", false, 0), tuple("SELECT", true, 1), tuple("SELECT", true, 0));
    }

    @Test
    void oldServersSendSeveralTagsForOneStatement() {
        server.on(
                "create user u",
                cursor(),
                completed("INSERT 1 1"),
                completed("COPY"),
                completed("CREATE USER"),
                ready());
        assertThat(connect().query("create user u").tag()).isEqualTo("CREATE USER");
    }

    @Test
    void queryRefusesSeveralResultsWithRows() {
        server.on(
                        "select; select",
                        cursor(),
                        columns("a"),
                        completed("SELECT"),
                        cursor(),
                        columns("a"),
                        completed("SELECT"),
                        ready())
                .on("begin", completed("BEGIN"), ready());
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("select; select")).isInstanceOf(PgUsageException.class);
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void afterAnErrorTheConnectionGoesOn() {
        server.on(
                        "select 1/0",
                        cursor(),
                        columns("a"),
                        row("1"),
                        error("ERROR:  division by zero at character 8\n"),
                        notice("NOTICE:  x\n"),
                        ready())
                .on("begin", completed("BEGIN"), ready());
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("select 1/0"))
                .isInstanceOfSatisfying(PgServerException.class, thrown -> {
                    assertThat(thrown.fatal()).isFalse();
                    assertThat(thrown.serverMessage().severity()).isEqualTo("ERROR");
                    assertThat(thrown.serverMessage().position()).hasValue(8);
                });
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void anErrorAfterTheTagIsStillAnError() {
        server.on("insert", cursor(), completed("INSERT 0 1"), error("ERROR:  deferred constraint\n"), ready());
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("insert")).hasMessage("ERROR:  deferred constraint");
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aFatalErrorClosesTheConnection() {
        server.on(
                        "select",
                        cursor(),
                        columns("a"),
                        error("FATAL:  terminating connection due to administrator command\n"))
                .then(Script::close);
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("select"))
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isTrue());
        assertThat(connection.isOpen()).isFalse();
        assertThatThrownBy(() -> connection.query("select"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("lost");
    }

    @Test
    void aServerThatDiesInTheMiddleIsNoSuccess() {
        FakeServer dying = FakeServer.loggedIn().answer(cursor(), columns("a"), row("1"));
        PgConnection connection = dying.client().build().connect();
        assertThatThrownBy(() -> connection.query("select"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in the middle of its answer");
        assertThat(dying.closed()).isTrue();
    }

    @Test
    void silenceEndsWithTheReadTimeout() {
        server.on("select");
        PgConnection connection =
                server.client().readTimeout(Duration.ofMillis(100)).build().connect();
        assertThatThrownBy(() -> connection.query("select"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in time");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aCopyInIsRefusedWithoutSendingAnything() throws IOException {
        try (LoggedInServer copying =
                new LoggedInServer().on("copy", new CopyInResponse()).then(Script::expectEnd)) {
            PgConnection connection = copying.connect();
            assertThatThrownBy(() -> connection.query("copy"))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("copyIn");
        }
    }

    @Test
    void aCopyOutIsReadToItsEndAndRefused() {
        server.on(
                        "copy",
                        new CopyOutResponse(),
                        new CopyOutData(Bytes.utf8("a\n")),
                        new CopyOutDone(),
                        completed("COPY"),
                        ready())
                .on("begin", completed("BEGIN"), ready());
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("copy"))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("copyOut");
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void aNulIsRefusedAndNothingIsSent() {
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("select 1\0Xdrop"))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("NUL at byte 8");
    }

    @Test
    void theListenerHearsNoticesAndNotifications() {
        server.on(
                "create",
                notice("NOTICE:  created\n"),
                completed("CREATE"),
                new NotificationResponse(7, Bytes.utf8("Foo")),
                ready());
        List<Object> heard = new ArrayList<>();
        PgConnection connection = server.client()
                .listener(new ConnectionListener() {
                    @Override
                    public void notice(ServerMessage notice) {
                        heard.add(notice.message());
                    }

                    @Override
                    public void notification(Notification notification) {
                        heard.add(notification);
                    }
                })
                .build()
                .connect();
        connection.query("create");
        assertThat(heard).containsExactly("created", new Notification(7, "Foo"));
    }

    @Test
    void closingSaysGoodBye() {
        server.then(script -> script.expect(FrontendKind.TERMINATE).expectEnd());
        PgConnection connection = connect();
        connection.close();
        connection.close();
        assertThatThrownBy(() -> connection.query("select")).isInstanceOf(PgUsageException.class);
    }
}
