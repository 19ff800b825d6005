package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.FunctionResultResponse;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The rules of old servers; that all works is shown on real ones. */
class LargeObjectsTest {
    private static final String OLD_LOOKUP = "select proname, oid from pg_proc where (proname = 'lo_open' or proname ="
            + " 'lo_close' or proname = 'loread' or proname = 'lowrite' or proname = 'lo_lseek' or proname = 'lo_creat'"
            + " or proname = 'lo_tell' or proname = 'lo_unlink' or proname = 'lo_create' or proname = 'lo_truncate' or"
            + " proname = 'lo_lseek64' or proname = 'lo_tell64' or proname = 'lo_truncate64')";
    private static final Bytes BOTH = LargeObjectCalls.int4(0x0006_0000);

    private static BackendMessage result(int value) {
        return new FunctionResultResponse(LargeObjectCalls.int4(value));
    }

    private static Script lookup(Script before) {
        return before.expectQuery(OLD_LOOKUP)
                .answer(
                        cursor(),
                        columns("proname", "oid"),
                        row("lo_open", "952"),
                        row("lo_close", "953"),
                        row("loread", "954"),
                        row("lo_lseek", "956"),
                        row("lo_creat", "957"),
                        completed("SELECT"),
                        ready());
    }

    private static Script call(Script before, int oid, int answer, Bytes... arguments) {
        return before.expect(FunctionCall.of(oid, arguments)).answer(result(answer), ready());
    }

    @Test
    void on64NoTransactionIsNeededAndAMissingObjectIsAResult() throws IOException {
        Script script = lookup(Play.login());
        script = call(script, 952, -1, LargeObjectCalls.oid(4_000_000_000L), BOTH);
        script = call(script, 952, 3, LargeObjectCalls.oid(5), BOTH);
        script = call(script, 956, 0, LargeObjectCalls.int4(3), LargeObjectCalls.int4(0), LargeObjectCalls.int4(0));
        script = call(script, 953, 0, LargeObjectCalls.int4(3));
        try (Play play = Play.on(604, script)) {
            LargeObjects objects = play.connection().largeObjects();
            assertThatThrownBy(() -> objects.open(4_000_000_000L))
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("4000000000 does not exist");
            play.connection().largeObjects().open(5).close(); // the functions are looked up once a connection
        }
    }

    @Test
    void from65OnItDiesWithItsTransaction() throws IOException {
        Script script = lookup(Play.login().expectQuery("BEGIN").answer(completed("BEGIN"), ready()));
        script = call(script, 952, 0, LargeObjectCalls.oid(5), BOTH);
        script = call(script, 956, 0, LargeObjectCalls.int4(0), LargeObjectCalls.int4(0), LargeObjectCalls.int4(0));
        script = script.expectQuery("COMMIT").answer(completed("COMMIT"), ready());
        try (Play play = Play.on(702, script)) {
            LargeObjects objects = play.connection().largeObjects();
            assertThatThrownBy(() -> objects.open(5))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("transaction");
            LargeObject object = play.connection().inTransaction(connection -> objects.open(5));
            assertThatThrownBy(() -> object.read(1))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("has ended");
            object.close();
        }
    }

    /** Cut to 32 bits, it would be another object's. */
    @Test
    void whatIsNoOidIsRefused() throws IOException {
        try (Play play = Play.on(604, Play.login())) {
            LargeObjects objects = play.connection().largeObjects();
            assertThatThrownBy(() -> objects.unlink(0x1_0000_0005L))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("4294967301");
            assertThatThrownBy(() -> objects.open(-1)).isInstanceOf(PgUsageException.class);
        }
    }

    @Test
    void whatCannotBeFilledIsNotMade() throws IOException {
        try (Play play = Play.on(702, Play.login())) {
            LargeObjects objects = play.connection().largeObjects();
            assertThatThrownBy(() -> objects.importFrom(InputStream.nullInputStream()))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("transaction");
        }
    }

    @Test
    void whatTheServerDoesNotHaveIsRefused() throws IOException {
        try (Play play = Play.on(702, lookup(Play.login()))) {
            LargeObjects objects = play.connection().largeObjects();
            assertThatThrownBy(() -> objects.create(7)).isInstanceOf(PgUsageException.class);
            assertThatThrownBy(() -> objects.unlink(7))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("lo_unlink");
        }
    }

    @Test
    void theErrorOfAKnownFunctionLeavesAnOldConnectionAsItIs() throws IOException {
        Script script =
                lookup(Play.login()).expect(FunctionCall.of(957, BOTH)).answer(error("ERROR:  disk full\n"), ready());
        script = call(script, 957, 9, BOTH);
        try (Play play = Play.on(702, script)) {
            LargeObjects objects = play.connection().largeObjects();
            assertThatThrownBy(objects::create).hasMessageContaining("disk full");
            assertThat(objects.create()).isEqualTo(9);
        }
    }

    @Test
    void theErrorOfAnyOtherEndsIt() throws IOException {
        Script script = Play.login()
                .expect(FunctionCall.of(177, LargeObjectCalls.int4(1)))
                .answer(error("ERROR:  wrong number of arguments\n"), ready())
                .expectEnd();
        try (Play play = Play.on(703, script)) {
            assertThatThrownBy(() -> play.connection().call(177, LargeObjectCalls.int4(1)))
                    .isInstanceOfSatisfying(
                            PgServerException.class, e -> assertThat(e.fatal()).isTrue());
            assertThat(play.connection().isOpen()).isFalse();
        }
    }

    /** Whether the error is the cancel's cannot be told. */
    @Test
    void theErrorOfOneThatTookTooLongEndsItAsWell() throws IOException {
        Script script = Play.login()
                .expect(FunctionCall.of(177, LargeObjectCalls.int4(1)))
                .expectCancel()
                .answer(error("ERROR:  wrong number of arguments\n"), ready())
                .expectEnd();
        try (Play play = Play.on(703, script)) {
            play.connection().queryTimeout(Duration.ofMillis(200));
            assertThatThrownBy(() -> play.connection().call(177, LargeObjectCalls.int4(1)))
                    .isInstanceOf(PgTimeoutException.class);
            assertThat(play.connection().isOpen()).isFalse();
        }
    }

    @Test
    void oldServersAreGivenNoNull() throws IOException {
        try (Play play = Play.on(703, Play.login())) {
            assertThatThrownBy(() -> play.connection().call(177, LargeObjectCalls.int4(1), null))
                    .isInstanceOf(PgUsageException.class);
            assertThatThrownBy(() -> play.connection().call(-1)).isInstanceOf(PgUsageException.class);
        }
    }

    @Test
    void aFailedTransactionRunsNoFunction() throws IOException {
        Script script = Play.login()
                .expectQuery("BEGIN")
                .answer(completed("BEGIN"), ready())
                .expectQuery("x")
                .answer(error("ERROR:  x\n"), ready());
        try (Play play = Play.on(700, script)) {
            play.connection().query("BEGIN");
            assertThatThrownBy(() -> play.connection().query("x")).isInstanceOf(PgServerException.class);
            assertThatThrownBy(() -> play.connection().call(177))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("roll back");
        }
    }
}
