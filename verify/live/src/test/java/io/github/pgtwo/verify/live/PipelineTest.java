package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Pipeline;
import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.profile.TransactionStatus;
import org.junit.jupiter.api.Test;

/** Texts that are sent ahead of their answers. */
class PipelineTest extends EveryServer {
    private static String next(Pipeline pipeline) {
        return pipeline.next().rows().get(0).text(0);
    }

    @Test
    void answersComeInTheOrderOfTheTexts() {
        int texts = place().amount(10_000, 1000);
        try (PgConnection connection = connect();
                Pipeline pipeline = connection.pipeline()) {
            for (int i = 0; i < texts; i++) {
                pipeline.send("select " + i);
            }
            for (int i = 0; i < texts; i++) {
                assertThat(next(pipeline)).isEqualTo("" + i);
            }
            assertThat(pipeline.hasNext()).isFalse();
        }
    }

    @Test
    void anErrorBelongsToItsOwnText() {
        try (PgConnection connection = connect()) {
            connection.query("create temp table t (a int)");
            try (Pipeline pipeline = connection.pipeline()) {
                pipeline.send("insert into t values (1)");
                pipeline.send("insert into t values (2); select 1/0");
                pipeline.send("insert into t values (3)");
                pipeline.send("selec");
                pipeline.send("select sum(a) from t");
                assertThat(pipeline.next().affectedRows()).hasValue(1);
                assertThatThrownBy(pipeline::next).hasMessageContaining("division by zero");
                assertThat(pipeline.next().affectedRows()).hasValue(1);
                assertThatThrownBy(pipeline::next).hasMessageContaining("syntax error");
                assertThat(next(pipeline)).isEqualTo("4");
            }
            assertAnswers(connection);
        }
    }

    /** Neither side may wait for the other while both have much to say. */
    @Test
    void largeAnswersWhileTextsGoOnBeingSent() {
        int texts = place().amount(2000, 200);
        int ahead = 100;
        try (PgConnection connection = connect();
                Pipeline pipeline = connection.pipeline()) {
            for (int sent = 0; sent < texts; ) {
                for (int i = 0; i < ahead; i++) {
                    pipeline.send("select repeat('x', 100000) || " + sent++);
                }
                for (int i = sent - ahead; i < sent; i++) {
                    assertThat(next(pipeline))
                            .hasSize(100_000 + ("" + i).length())
                            .endsWith("x" + i);
                }
            }
        }
    }

    @Test
    void longTextsAmongShortOnes() {
        String longText = "ü".repeat(300_000);
        try (PgConnection connection = connect();
                Pipeline pipeline = connection.pipeline()) {
            for (int i = 0; i < 5; i++) {
                pipeline.send("select " + i);
                pipeline.send("select '" + longText + "' || " + i);
            }
            for (int i = 0; i < 5; i++) {
                assertThat(next(pipeline)).isEqualTo("" + i);
                assertThat(next(pipeline)).isEqualTo(longText + i);
            }
        }
    }

    @Test
    void whatNobodyHasTakenIsReadWhenItIsClosed() {
        try (PgConnection connection = connect()) {
            connection.query("create temp table t (a int)");
            Pipeline pipeline = connection.pipeline();
            pipeline.send("insert into t values (1)");
            pipeline.send("select 1/0");
            pipeline.send("insert into t values (2)");
            assertThatThrownBy(pipeline::close).hasMessageContaining("division by zero");
            assertThat(value(connection, "select count(*) from t")).isEqualTo("2");
        }
    }

    @Test
    void aTransactionIsFollowed() {
        try (PgConnection connection = connect();
                Pipeline pipeline = connection.pipeline()) {
            for (String sql : new String[] {"begin", "select 1/0", "select 1", "commit", "begin", "select 2"}) {
                pipeline.send(sql);
            }
            assertThat(pipeline.next().tag()).isEqualTo("BEGIN");
            assertThatThrownBy(pipeline::next).hasMessageContaining("division by zero");
            assertThatThrownBy(pipeline::next)
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("transaction is aborted");
            assertThatThrownBy(pipeline::next).isInstanceOf(PgRolledBackException.class);
            assertThat(pipeline.next().tag()).isEqualTo("BEGIN");
            assertThat(next(pipeline)).isEqualTo("2");
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
        }
    }
}
