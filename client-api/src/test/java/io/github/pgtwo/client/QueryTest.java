package io.github.pgtwo.client;

import static io.github.pgtwo.client.Answers.P;
import static io.github.pgtwo.client.Answers.Z;
import static io.github.pgtwo.client.Answers.c;
import static io.github.pgtwo.client.Answers.d;
import static io.github.pgtwo.client.Answers.e;
import static io.github.pgtwo.client.Answers.n;
import static io.github.pgtwo.client.Answers.t;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.codec.backend.EmptyQueryResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryTest {
    private final FakeServer server = Answers.loggedIn();

    private PgConnection connect() {
        return server.client().build().connect();
    }

    @Test
    void rowsNullsAndTag() {
        server.answer(P, t("a", "b"), d("1", null), d("", "x"), c("SELECT 2"), Z);
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
        server.answer(P, t("a"), d("1"), c("SELECT"), Z);
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
        server.answer(P, t("a"), BinaryRow.of(List.of(Optional.of(Bytes.of((byte) 0, (byte) 7)))), c("FETCH"), Z);
        Row row = connect().query("fetch 1 in c").rows().get(0);
        assertThat(row.value(0)).isEqualTo(Bytes.of((byte) 0, (byte) 7));
        assertThatThrownBy(() -> row.text(0))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("binary");
    }

    @Test
    void emptyQueriesOfAllGenerations() {
        server.answer(new EmptyQueryResponse(Bytes.EMPTY), Z).answer(Z);
        PgConnection connection = connect();
        assertThat(connection.query("")).isSameAs(Result.EMPTY);
        assertThat(connection.query("--")).isSameAs(Result.EMPTY);
    }

    @Test
    void severalStatements() {
        server.answer(c("BEGIN"), P, t("a"), d("1"), c("SELECT"), P, t("b"), c("SELECT"), Z);
        assertThat(connect().script("begin; select 1; select"))
                .extracting(
                        Result::tag, Result::hasRows, result -> result.rows().size())
                .containsExactly(tuple("BEGIN", false, 0), tuple("SELECT", true, 1), tuple("SELECT", true, 0));
    }

    @Test
    void oldServersSendSeveralTagsForOneStatement() {
        server.answer(P, c("INSERT 1 1"), c("COPY"), c("CREATE USER"), Z);
        assertThat(connect().query("create user u").tag()).isEqualTo("CREATE USER");
    }

    @Test
    void queryRefusesSeveralResultsWithRows() {
        server.answer(P, t("a"), c("SELECT"), P, t("a"), c("SELECT"), Z).answer(c("BEGIN"), Z);
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("select; select")).isInstanceOf(PgUsageException.class);
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void afterAnErrorTheConnectionGoesOn() {
        server.answer(P, t("a"), d("1"), e("ERROR:  division by zero at character 8\n"), n("NOTICE:  x\n"), Z)
                .answer(c("BEGIN"), Z);
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
        server.answer(P, c("INSERT 0 1"), e("ERROR:  deferred constraint\n"), Z);
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("insert")).hasMessage("ERROR:  deferred constraint");
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aFatalErrorClosesTheConnection() {
        server.answer(P, t("a"), e("FATAL:  terminating connection due to administrator command\n"));
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
        server.answer(P, t("a"), d("1"));
        PgConnection connection = connect();
        assertThatThrownBy(() -> connection.query("select"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in the middle of its answer");
        assertThat(server.closed()).isTrue();
    }

    @Test
    void silenceEndsWithTheReadTimeout() {
        server.silentAtEnd();
        PgConnection connection =
                server.client().readTimeout(Duration.ofSeconds(3)).build().connect();
        assertThatThrownBy(() -> connection.query("select"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("PT3S")
                .hasMessageContaining("in time");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void copyIsRefusedWithoutSendingAnything() {
        for (var answer : List.of(new CopyInResponse(), new CopyOutResponse())) {
            FakeServer copying = Answers.loggedIn().answer(answer);
            PgConnection connection = copying.client().build().connect();
            int before = copying.received().length;
            assertThatThrownBy(() -> connection.query("copy")).isInstanceOf(PgUsageException.class);
            assertThat(copying.received()).hasSize(before + "Qcopy\0".length());
            assertThat(copying.closed()).isTrue();
        }
    }

    @Test
    void aNulIsRefusedAndNothingIsSent() {
        PgConnection connection = connect();
        int before = server.received().length;
        assertThatThrownBy(() -> connection.query("select 1\0Xdrop"))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("NUL at byte 8");
        assertThat(server.received()).hasSize(before);
    }

    @Test
    void theListenerHearsNoticesAndNotifications() {
        server.answer(n("NOTICE:  created\n"), c("CREATE"), new NotificationResponse(7, Bytes.utf8("Foo")), Z);
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
        PgConnection connection = connect();
        connection.close();
        connection.close();
        assertThat(new String(server.received(), StandardCharsets.ISO_8859_1)).endsWith("\0X");
        assertThat(server.closed()).isTrue();
        assertThatThrownBy(() -> connection.query("select")).isInstanceOf(PgUsageException.class);
    }
}
