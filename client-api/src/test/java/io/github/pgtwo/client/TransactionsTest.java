package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private static Script says(Script before, String sql, String tag) {
        return before.expectQuery(sql).answer(completed(tag), ready());
    }

    private static Script fails(Script before, String sql) {
        return before.expectQuery(sql).answer(error("ERROR:  no\n"), ready());
    }

    private static Script begun() {
        return says(Play.login(), "BEGIN", "BEGIN");
    }

    @Test
    void whatWorksIsCommitted() throws IOException {
        try (Play play = Play.on(604, says(begun(), "COMMIT", "END"))) {
            String value = play.connection().inTransaction(connection -> {
                assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
                return "done";
            });
            assertThat(value).isEqualTo("done");
            assertThat(play.connection().transactionStatus()).isEqualTo(TransactionStatus.IDLE);
        }
    }

    @Test
    void whatThrowsIsRolledBack() throws IOException {
        try (Play play = Play.on(1300, says(begun(), "ROLLBACK", "ROLLBACK"))) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> {
                        throw new IOException("mine");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("mine");
        }
    }

    /** What follows would be taken for the answer. */
    @Test
    void aRollbackOfWhichNothingIsSaidTakesTheConnectionAlong() throws IOException {
        try (Play play = Play.on(1300, says(begun(), "ROLLBACK", "SELECT").expectEnd())) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> {
                        throw new IOException("mine");
                    }))
                    .hasMessage("mine")
                    .satisfies(thrown -> assertThat(thrown.getSuppressed()[0]).isInstanceOf(PgProtocolException.class));
            assertThat(play.connection().isOpen()).isFalse();
        }
    }

    @Test
    void anErrorThatWasSwallowedIsNotCommitted() throws IOException {
        // up to 7.4 the server's answer sounds like success
        Script script = says(fails(begun(), "x"), "COMMIT", "COMMIT");
        try (Play play = Play.on(704, script)) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> {
                        assertThatThrownBy(() -> connection.query("x")).isInstanceOf(PgServerException.class);
                        return null;
                    }))
                    .isInstanceOf(PgRolledBackException.class);
            assertThat(play.connection().isOpen()).isTrue();
        }
    }

    @Test
    void oneInAnotherIsRefused() throws IOException {
        try (Play play = Play.on(1300, says(begun(), "ROLLBACK", "ROLLBACK"))) {
            assertThatThrownBy(() -> play.connection().inTransaction(outer -> outer.inTransaction(inner -> null)))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("inSavepoint");
        }
    }

    @Test
    void workThatEndsItsTransactionIsToldSo() throws IOException {
        try (Play play = Play.on(1300, says(begun(), "rollback", "ROLLBACK"))) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> connection.query("rollback")))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("itself");
        }
    }

    @Test
    void whatStaysOpenTakesTheConnectionAlong() throws IOException {
        Script script = begun().expectQuery("rows")
                .answer(io.github.pgtwo.testkit.backend.Answers.columns("a"))
                .expectEnd();
        try (Play play = Play.on(1300, script)) {
            assertThatThrownBy(() -> play.connection().inTransaction(connection -> connection.stream("rows")))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("RowStream");
            assertThat(play.connection().isOpen()).isFalse();
        }
    }

    @Test
    void aSavepointUndoesItsPart() throws IOException {
        Script script = says(begun(), "SAVEPOINT pgtwo_1", "SAVEPOINT");
        script = fails(script, "x")
                .expectQuery("ROLLBACK TO SAVEPOINT pgtwo_1; RELEASE SAVEPOINT pgtwo_1")
                .answer(completed("ROLLBACK"), completed("RELEASE"), ready());
        script = says(script, "SAVEPOINT pgtwo_2", "SAVEPOINT");
        script = says(script, "RELEASE SAVEPOINT pgtwo_2", "RELEASE");
        script = says(script, "COMMIT", "COMMIT");
        try (Play play = Play.on(1300, script)) {
            play.connection().inTransaction(connection -> {
                assertThatThrownBy(() -> connection.inSavepoint(inner -> inner.query("x")))
                        .isInstanceOf(PgServerException.class);
                assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
                return connection.inSavepoint(inner -> "");
            });
        }
    }

    @Test
    void noSavepointsOnOldServersNorOutside() throws IOException {
        try (Play play = Play.on(704, Play.login())) {
            assertThatThrownBy(() -> play.connection().inSavepoint(c -> null))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("8.0");
        }
        try (Play play = Play.on(800, Play.login())) {
            assertThatThrownBy(() -> play.connection().inSavepoint(c -> null))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("transaction");
        }
    }
}
