package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.codec.backend.FunctionResultResponse;
import io.github.pgtwo.codec.backend.FunctionVoidResponse;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.testkit.backend.Gate;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers whose messages are well formed and mean nothing where they come. */
@Timeout(30)
class HostileScriptsTest {
    private static final Bytes ONE = LargeObjectCalls.int4(1);
    private static final BackendMessage RESULT = new FunctionResultResponse(ONE);
    private static final BackendMessage VOID = new FunctionVoidResponse();

    /** The messages as bytes, legal or not. */
    private static Bytes wire(BackendMessage... messages) {
        WireWriter wire = new WireWriter();
        Stream.of(messages).forEach(message -> message.write(wire));
        return wire.take();
    }

    private static void assertLost(Play play) {
        assertThat(play.connection().isOpen()).isFalse();
        assertThatThrownBy(() -> play.connection().query("more"))
                .isInstanceOfAny(PgTransportException.class, PgUsageException.class);
    }

    static Stream<Bytes> noAnswersToAFunctionCall() {
        return Stream.of(
                wire(ready()),
                wire(RESULT, RESULT, ready()),
                wire(RESULT, VOID, ready()),
                wire(VOID, VOID, ready()),
                wire(columns("a"), row("1"), ready()),
                wire(cursor()),
                wire(completed("SELECT"), ready()),
                wire(key(3, 4)),
                wire(new CopyInResponse()));
    }

    @ParameterizedTest
    @MethodSource("noAnswersToAFunctionCall")
    void aFunctionCall(Bytes answer) throws IOException {
        Script script =
                Play.login().expect(FrontendKind.FUNCTION_CALL).send(answer).expectEnd();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> play.connection().call(1, ONE)).isInstanceOf(PgProtocolException.class);
            assertLost(play);
        }
    }

    static Stream<Bytes> noAnswersToAQuery() {
        return Stream.of(
                wire(RESULT, ready()),
                wire(VOID, ready()),
                wire(row("1"), completed("SELECT"), ready()),
                wire(columns("a"), columns("b"), ready()),
                wire(cursor(), columns("a"), row("1"), cursor(), ready()),
                wire(key(3, 4), ready()),
                Bytes.utf8("R\0\0\0\0Z"),
                Bytes.utf8("S"),
                Bytes.utf8("N"));
    }

    @ParameterizedTest
    @MethodSource("noAnswersToAQuery")
    void aQuery(Bytes answer) throws IOException {
        Script script = Play.login().expect(FrontendKind.QUERY).send(answer).close();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> play.connection().query("select 1"))
                    .isInstanceOfAny(PgProtocolException.class, PgTransportException.class);
            assertLost(play);
        }
    }

    static Stream<Bytes> whatNoServerSaysUnasked() {
        return Stream.of(wire(ready()), wire(key(5, 6)), wire(completed("INSERT 0 1")), wire(RESULT));
    }

    @ParameterizedTest
    @MethodSource("whatNoServerSaysUnasked")
    void behindAnAnswer(Bytes more) throws IOException {
        Script script = Play.login()
                .expect(FrontendKind.QUERY)
                .send(Bytes.wrap(concat(wire(completed("SET"), ready()), more)))
                .expectEnd();
        try (Play play = Play.on(1300, script)) {
            play.connection().query("set");
            assertThatThrownBy(() -> play.connection().query("next")).isInstanceOf(PgProtocolException.class);
            assertLost(play);
        }
    }

    private static byte[] concat(Bytes first, Bytes second) {
        byte[] both = new byte[first.length() + second.length()];
        first.copyTo(both, 0);
        second.copyTo(both, first.length());
        return both;
    }

    private static Script begun() {
        return Play.login().expectQuery("BEGIN").answer(completed("BEGIN"), ready());
    }

    static Stream<Bytes> noAnswersToACommit() {
        return Stream.of(
                wire(ready()),
                wire(completed("INSERT 0 1"), ready()),
                wire(new CopyInResponse()),
                wire(new CopyOutResponse(), completed("COMMIT"), ready()),
                wire(cursor(), columns("a"), row("1"), completed("SELECT"), ready()),
                wire(RESULT, ready()),
                wire(key(3, 4)));
    }

    @ParameterizedTest
    @MethodSource("noAnswersToACommit")
    void aCommit(Bytes answer) throws IOException {
        Script script = begun().expectQuery("COMMIT").send(answer).close();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> ""))
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("unknown whether the transaction was committed");
            assertLost(play);
        }
    }

    @ParameterizedTest
    @MethodSource("noAnswersToACommit")
    void theCommitOfACopy(Bytes answer) throws IOException {
        Script script = begun().expectQuery("copy t from stdin")
                .answer(new CopyInResponse())
                .expect(FrontendKind.COPY_IN_DATA)
                .expect(FrontendKind.COPY_IN_DONE)
                .answer(completed("COPY 1"), ready())
                .expectQuery("COMMIT")
                .send(answer)
                .close();
        try (Play play = Play.on(1300, script);
                CopyIn copy = play.connection().copyIn("copy t from stdin")) {
            copy.row("1");
            assertThatThrownBy(copy::complete)
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("unknown whether");
            assertThat(copy.outcome()).contains(CopyOutcome.CONNECTION_BROKEN);
            assertLost(play);
        }
    }

    @Test
    void noCopyBeginsOutsideOfItsTransaction() throws IOException {
        Script script = Play.login()
                .expectQuery("BEGIN")
                .answer(completed("SET"), ready())
                .expectEnd();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> play.connection().copyIn("copy t from stdin"))
                    .isInstanceOf(PgProtocolException.class);
            assertLost(play);
        }
    }

    static Stream<Bytes> noAnswersToACopy() {
        return Stream.of(
                wire(RESULT, ready()),
                wire(key(3, 4)),
                wire(new CopyInResponse(), ready()),
                wire(new CopyOutResponse(), ready()),
                wire(new CopyInResponse(), new CopyInResponse()),
                wire(new CopyInResponse(), cursor()));
    }

    @ParameterizedTest
    @MethodSource("noAnswersToACopy")
    void aCopy(Bytes answer) throws IOException {
        Script script = begun().expectQuery("copy t").send(answer).close();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> {
                        try (CopyIn copy = play.connection().copyIn("copy t")) {
                            copy.row("1");
                            copy.complete();
                        }
                    })
                    .isInstanceOfAny(PgProtocolException.class, PgTransportException.class, PgUsageException.class);
            assertLost(play);
        }
    }

    /** Its answer would be taken for that of the COMMIT. */
    @Test
    void aReadyTooMuchIsNoCommit() throws IOException {
        Gate gate = new Gate();
        Script script = begun().expectQuery("insert")
                .answer(completed("INSERT 0 1"), ready())
                .await(gate)
                .send(wire(ready()))
                .expectQuery("COMMIT")
                .expectEnd();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> {
                        connection.query("insert");
                        gate.open();
                        return "";
                    }))
                    .isInstanceOf(PgException.class);
            assertLost(play);
        }
    }

    @Test
    void norInAPipeline() throws IOException {
        Script script = begun().expectQuery("insert")
                .send(wire(completed("INSERT 0 1"), ready(), ready()))
                .close();
        try (Play play = Play.on(1300, script)) {
            play.connection().query("BEGIN");
            Pipeline pipeline = play.connection().pipeline();
            pipeline.send("insert");
            pipeline.send("COMMIT");
            assertThat(pipeline.next().tag()).isEqualTo("INSERT 0 1");
            assertThatThrownBy(pipeline::next)
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("unknown");
            assertLost(play);
        }
    }

    @Test
    void workIsNotDoneOutsideOfATransaction() throws IOException {
        Script script = Play.login()
                .expectQuery("BEGIN")
                .answer(completed("SET"), ready())
                .expectEnd();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> connection.query("insert")))
                    .isInstanceOf(PgProtocolException.class)
                    .hasMessageContaining("BEGIN");
            assertLost(play);
        }
    }
}
