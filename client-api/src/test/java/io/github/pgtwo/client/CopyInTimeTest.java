package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.testkit.backend.Gate;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CopyInTimeTest {
    private static final String SQL = "copy t from stdin";
    private static final Duration SHORT = Duration.ofMillis(700);

    /** More than any buffer holds. */
    private static final Bytes MUCH = Bytes.utf8("0123456\n".repeat(1 << 20));

    private static void writeAll(CopyIn in) {
        for (int i = 0; i < 100; i++) {
            in.write(MUCH);
        }
    }

    private static Script copying() {
        return Play.login().expectQuery(SQL).answer(new CopyInResponse());
    }

    @Test
    void aServerThatTakesNothingIsCancelledAndLeft() throws IOException {
        Gate gate = new Gate();
        try (LoggedInServer server =
                new LoggedInServer(1300, copying().await(gate).reset())) {
            PgConnection connection = server.connect();
            connection.queryTimeout(SHORT);
            CopyIn in = connection.copyInTransaction(SQL);
            assertThatThrownBy(() -> writeAll(in))
                    .isInstanceOf(PgTimeoutException.class)
                    .hasMessageContaining("0.7S");
            assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
            assertThat(connection.isOpen()).isFalse();
            assertThatThrownBy(in::complete).isInstanceOf(PgTimeoutException.class);
            gate.open();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneThatOnlyTalksMeanwhileIsLeftAsWell(boolean statement) {
        PgConnection connection = EndlessServer.deaf(new CopyInResponse(), notice("NOTICE:  wait\n"))
                .client()
                .readTimeout(statement ? Duration.ZERO : SHORT)
                .build()
                .connect();
        connection.queryTimeout(statement ? SHORT : Duration.ZERO);
        CopyIn in = connection.copyInTransaction(SQL);
        assertThatThrownBy(() -> writeAll(in))
                .isInstanceOf(statement ? PgTimeoutException.class : PgTransportException.class)
                .hasMessageContaining(statement ? "more than" : "in time");
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
    }

    @Test
    void theTimeIsLookedAtWhenSomethingIsSent() throws InterruptedException {
        FakeServer server = FakeServer.loggedIn().answer(new CopyInResponse());
        PgConnection connection =
                server.client().serverProfile(Profiles.of(703)).build().connect();
        connection.queryTimeout(Duration.ofMillis(300));
        CopyIn in = connection.copyInTransaction(SQL);
        Thread.sleep(310);
        int before = server.received().length;
        assertThatThrownBy(() -> in.write(MUCH)).isInstanceOf(PgTimeoutException.class);
        assertThat(server.received()).hasSize(before);
        assertThat(in.outcome()).as("up to 7.3 the server may keep lines").hasValue(CopyOutcome.CONNECTION_BROKEN);
    }

    @Test
    void anEndThatTakesTooLongIsNamedSo() throws IOException {
        Script script = copying()
                .expect(FrontendKind.COPY_IN_DATA)
                .expect(FrontendKind.COPY_IN_DONE)
                .expectCancel()
                .answer(error("ERROR:  canceling statement due to user request\n"), ready())
                .expectEnd();
        try (LoggedInServer server = new LoggedInServer(1300, script)) {
            PgConnection connection = server.connect();
            connection.queryTimeout(SHORT);
            CopyIn in = connection.copyInTransaction(SQL);
            in.row("1");
            assertThatThrownBy(in::complete)
                    .isInstanceOf(PgTimeoutException.class)
                    .hasCauseInstanceOf(PgServerException.class);
            assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
            assertThat(connection.isOpen()).isFalse();
        }
    }
}
