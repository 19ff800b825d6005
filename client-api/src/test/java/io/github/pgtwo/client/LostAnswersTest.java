package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that never come, and what is known then. */
class LostAnswersTest {
    private static final String UNKNOWN = "it is unknown whether the transaction was committed";

    @Test
    void silenceBehindTheFirstQuestionIsWithinTheTimeOfTheLogin() {
        FakeServer silent = FakeServer.loggedIn()
                .answer(cursor(), columns("version"), row("PostgreSQL 13.1"), completed("SELECT"), ready())
                .silentAtEnd();
        PgClient client = PgClient.builder()
                .transport(silent)
                .endpoint(Endpoint.tcp("fake", 1))
                .user("alice")
                .loginTimeout(Duration.ofSeconds(5))
                .build();
        assertThatThrownBy(client::connect)
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in time");
        assertThat(silent.closed()).isTrue();
    }

    private static Script begun() {
        return Play.login().expectQuery("BEGIN").answer(completed("BEGIN"), ready());
    }

    /** A ReadyForQuery too much comes in front of the answer, and would shift all that follow. */
    @ParameterizedTest
    @CsvSource({"604, false", "701, false", "702, true", "1300, true"})
    void noAnswerAtAll(int release, boolean refused) throws IOException {
        Script script = Play.login().expectQuery("update").answer(ready());
        try (Play play = Play.on(release, refused ? script.expectEnd() : script)) {
            if (refused) {
                assertThatThrownBy(() -> play.connection().query("update")).isInstanceOf(PgProtocolException.class);
            } else {
                // up to 7.1 a rule may have replaced the statement by nothing
                assertThat(play.connection().query("update").tag()).isEmpty();
            }
            assertThat(play.connection().isOpen()).isEqualTo(!refused);
        }
    }

    @Test
    void rowsWithoutAnEnd() throws IOException {
        Script script = Play.login()
                .expectQuery("select")
                .answer(cursor(), columns("a"), row("1"), ready())
                .expectEnd();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> play.connection().query("select")).isInstanceOf(PgProtocolException.class);
            assertThat(play.connection().isOpen()).isFalse();
        }
    }

    @Test
    void lostWhileCommitting() throws IOException {
        try (Play play = Play.on(1300, begun().expectQuery("COMMIT").close())) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> ""))
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining(UNKNOWN)
                    .hasCauseInstanceOf(PgTransportException.class);
            assertThat(play.connection().isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "insert; end", "PREPARE TRANSACTION 'x'", "COMMIT AND CHAIN"})
    void lostInATextThatCommits(String sql) throws IOException {
        try (Play play = Play.on(1300, Play.login().expectQuery(sql).reset())) {
            assertThatThrownBy(() -> play.connection().query(sql))
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining(UNKNOWN);
        }
    }

    @Test
    void lostBeforeThatThereIsNoDoubt() throws IOException {
        try (Play play = Play.on(1300, begun().expectQuery("insert").close())) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> connection.query("insert")))
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageNotContainingAny("unknown");
        }
    }

    @Test
    void aPipelinedCommitWhoseTurnDoesNotCome() throws IOException {
        Script script = Play.login().expectQuery("insert").close();
        try (Play play = Play.on(1300, script);
                Pipeline pipeline = play.connection().pipeline()) {
            pipeline.send("insert");
            pipeline.send("COMMIT");
            assertThatThrownBy(pipeline::next).isInstanceOf(PgTransportException.class);
            assertThatThrownBy(pipeline::next)
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining(UNKNOWN);
        }
    }
}
