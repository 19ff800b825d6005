package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CancelTest {
    private static Script cancelled() {
        return Play.login()
                .expectQuery("long")
                .expectCancel()
                .answer(error("ERROR:  canceling statement due to user request\n"), ready())
                .expectQuery("next")
                .answer(completed("SET"), ready());
    }

    @Test
    void fromAnotherThread() throws Exception {
        try (Play play = Play.on(1300, cancelled())) {
            Thread canceller = new Thread(() -> {
                while (!play.connection().cancel()) {
                    Thread.onSpinWait();
                }
            });
            canceller.start();
            assertThatThrownBy(() -> play.connection().query("long"))
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("canceling");
            canceller.join();
            assertThat(play.connection().query("next").tag()).isEqualTo("SET");
            assertThat(play.cancelRequests()).containsExactly(new CancelRequest(1, 2));
        }
    }

    @Test
    void whatIsNotRunningIsNotCancelled() throws IOException {
        try (Play play = Play.on(1300, Play.login())) {
            assertThat(play.connection().cancel()).isFalse();
            assertThat(play.cancelRequests()).isEmpty();
        }
    }

    @Test
    void aStatementThatTakesTooLong() throws IOException {
        try (Play play = Play.on(1300, cancelled())) {
            play.connection().queryTimeout(Duration.ofMillis(50));
            assertThatThrownBy(() -> play.connection().query("long"))
                    .isInstanceOf(PgTimeoutException.class)
                    .hasMessageContaining("0.05S")
                    .hasCauseInstanceOf(PgServerException.class);
            assertThat(play.connection().isOpen()).isTrue();
            play.connection().queryTimeout(Duration.ZERO);
            assertThat(play.connection().query("next").tag()).isEqualTo("SET");
        }
    }

    @Test
    void aStatementThatEndsAfterAll() throws IOException {
        Script script = Play.login().expectQuery("long").expectCancel().answer(completed("SET"), ready());
        try (Play play = Play.on(1300, script)) {
            play.connection().queryTimeout(Duration.ofMillis(50));
            assertThat(play.connection().query("long").tag()).isEqualTo("SET");
        }
    }

    @Test
    void noTimeIsNegative() throws IOException {
        try (Play play = Play.on(1300, Play.login())) {
            assertThatThrownBy(() -> play.connection().queryTimeout(Duration.ofMillis(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
