package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.testkit.backend.Gate;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that no buffer holds. */
@Timeout(60)
class LongTextTest {
    private static final String SQL = "begin -- " + "x".repeat(1 << 20);
    private static final Duration SHORT = Duration.ofMillis(700);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatTakesNothingIsLeft(boolean statement) throws IOException {
        Gate gate = new Gate();
        try (LoggedInServer server =
                new LoggedInServer(1300, Play.login().await(gate).reset())) {
            PgConnection connection = server.client()
                    .readTimeout(statement ? Duration.ZERO : SHORT)
                    .build()
                    .connect();
            connection.queryTimeout(statement ? SHORT : Duration.ZERO);
            assertThatThrownBy(() -> connection.query(SQL))
                    .isInstanceOf(statement ? PgTimeoutException.class : PgTransportException.class)
                    .hasMessageContaining(statement ? "more than PT0.7S" : "in time");
            assertThat(connection.isOpen()).isFalse();
            gate.open();
        }
    }

    @Test
    void oneThatTakesItGetsAllOfIt() throws IOException {
        try (LoggedInServer server = new LoggedInServer().on(SQL, completed("BEGIN"), ready())) {
            PgConnection connection =
                    server.client().readTimeout(Duration.ofSeconds(30)).build().connect();
            connection.queryTimeout(Duration.ofSeconds(30));
            assertThat(connection.query(SQL).tag()).isEqualTo("BEGIN");
        }
    }
}
