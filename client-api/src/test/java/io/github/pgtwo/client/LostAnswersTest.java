package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.testkit.backend.Script;
import io.github.pgtwo.testkit.backend.ScriptedBackend;
import io.github.pgtwo.testkit.transport.MemoryTransport;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Answers that never come, and what is known then. */
class LostAnswersTest {
    @Test
    void silenceAtAnyQuestionOfTheSetUpIsWithinTheTimeOfTheLogin() throws IOException {
        Script script = Play.login()
                .expectQuery("select version()")
                .answer(cursor(), columns("version"), row("PostgreSQL 13.1"), completed("SELECT"), ready())
                .expect(FrontendKind.QUERY)
                .expectEnd();
        MemoryTransport transport = new MemoryTransport();
        try (ScriptedBackend server = ScriptedBackend.on(transport, Duration.ofSeconds(10), script)) {
            PgClient client = PgClient.builder()
                    .transport(transport)
                    .endpoint(server.endpoint())
                    .user("alice")
                    .loginTimeout(Duration.ofMillis(500))
                    .build();
            assertThatThrownBy(client::connect)
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("in time");
        }
    }
}
