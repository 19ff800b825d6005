package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.testkit.backend.Gate;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PipelineTest {
    @Test
    void whatIsAnsweredIsNotCancelled() throws IOException {
        Script script = Play.login().expectQuery("a").answer(completed("SET"), ready());
        try (Play play = Play.on(1300, script);
                Pipeline pipeline = play.connection().pipeline()) {
            pipeline.send("a");
            pipeline.next();
            assertThat(play.connection().cancel()).isFalse();
            assertThat(play.cancelRequests()).isEmpty();
        }
    }

    @Test
    void answersComeInOrderAndAnErrorIsOfItsOwnTextOnly() throws IOException {
        Script script = Play.login()
                .expectQuery("a")
                .answer(cursor(), columns("x"), row("1"), completed("SELECT"), ready())
                .expectQuery("b")
                .answer(error("ERROR:  no b\n"), ready())
                .expectQuery("c")
                .answer(completed("INSERT 0 1"), ready());
        try (Play play = Play.on(1300, script);
                Pipeline pipeline = play.connection().pipeline()) {
            pipeline.send("a");
            pipeline.send("b");
            pipeline.send("c");
            assertThat(pipeline.next().rows().get(0).text(0)).isEqualTo("1");
            assertThatThrownBy(pipeline::next)
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("no b");
            assertThat(pipeline.hasNext()).isTrue();
            assertThat(pipeline.next().affectedRows()).hasValue(1);
            assertThat(pipeline.hasNext()).isFalse();
            assertThatThrownBy(pipeline::next).isInstanceOf(PgUsageException.class);
        }
    }

    @Test
    void theConnectionIsHeldMeanwhileAndFreeAfterwards() throws IOException {
        Script script = Play.login()
                .expectQuery("a")
                .answer(completed("SET"), ready())
                .expectQuery("b")
                .answer(completed("SET"), ready());
        try (Play play = Play.on(1300, script)) {
            Pipeline pipeline = play.connection().pipeline();
            pipeline.send("a");
            assertThatThrownBy(() -> play.connection().query("x"))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("a Pipeline");
            pipeline.close();
            pipeline.close();
            assertThatThrownBy(() -> pipeline.send("a")).isInstanceOf(PgUsageException.class);
            assertThat(play.connection().query("b").tag()).isEqualTo("SET");
        }
    }

    @Test
    void noMoreIsOnItsWayThanFitsBetweenTheTwo() throws IOException {
        String text = "x".repeat(3000);
        Gate gate = new Gate();
        Script script = Play.login()
                .expectQuery(text)
                .answer(completed("1"), ready())
                .expectQuery(text)
                .await(gate)
                .answer(completed("2"), ready())
                .expectQuery(text)
                .answer(completed("3"), ready());
        try (Play play = Play.on(1300, script);
                Pipeline pipeline = play.connection().pipeline()) {
            pipeline.send(text);
            pipeline.send(text);
            pipeline.send(text); // which would not have come back if it had waited for the second answer
            gate.open();
            assertThat(pipeline.next().tag()).isEqualTo("1");
            assertThat(pipeline.next().tag()).isEqualTo("2");
            assertThat(pipeline.next().tag()).isEqualTo("3");
        }
    }

    @Test
    void closingTellsWhatNobodyHasAskedFor() throws IOException {
        Script script = Play.login()
                .expectQuery("a")
                .answer(error("ERROR:  no a\n"), ready())
                .expectQuery("b")
                .answer(error("ERROR:  no b\n"), ready())
                .expectQuery("c")
                .answer(completed("SET"), ready());
        try (Play play = Play.on(1300, script)) {
            Pipeline pipeline = play.connection().pipeline();
            pipeline.send("a");
            pipeline.send("b");
            assertThatThrownBy(pipeline::close).hasMessageContaining("no a");
            assertThat(play.connection().query("c").tag()).isEqualTo("SET");
        }
    }

    @Test
    void aCopyInAPipelineEndsTheConnection() throws IOException {
        Script script = Play.login()
                .expectQuery("copy t from stdin")
                .answer(new CopyInResponse())
                .close();
        try (Play play = Play.on(1300, script)) {
            Pipeline pipeline = play.connection().pipeline();
            pipeline.send("copy t from stdin");
            pipeline.send("b");
            assertThatThrownBy(pipeline::next).isInstanceOf(PgException.class);
            assertThatThrownBy(pipeline::next).isInstanceOf(PgException.class);
            assertThat(play.connection().isOpen()).isFalse();
            pipeline.close();
        }
    }

    @Test
    void whenTheServerGoesAllThatIsLeftFails() throws IOException {
        Script script = Play.login()
                .expectQuery("a")
                .answer(completed("SET"), ready())
                .expectQuery("b")
                .answer(error("FATAL:  going\n"))
                .close();
        try (Play play = Play.on(1300, script)) {
            Pipeline pipeline = play.connection().pipeline();
            pipeline.send("a");
            pipeline.send("b");
            assertThat(pipeline.next().tag()).isEqualTo("SET");
            assertThatThrownBy(pipeline::next)
                    .isInstanceOfSatisfying(
                            PgServerException.class, e -> assertThat(e.fatal()).isTrue());
            assertThatThrownBy(() -> {
                        pipeline.send("c");
                        pipeline.next();
                    })
                    .isInstanceOf(PgTransportException.class);
        }
    }
}
