package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A text goes on behind what the client calls its failure, and what follows counts. */
class BehindFailureTest {
    private final FakeServer server = FakeServer.loggedIn();

    private PgConnection inTransaction(int release) {
        server.answer(completed("BEGIN"), ready()).silentAtEnd();
        PgConnection connection =
                server.client().serverProfile(Profiles.of(release)).build().connect();
        connection.query("begin");
        return connection;
    }

    private PgConnection inFailedTransaction(int release) {
        PgConnection connection = inTransaction(release);
        server.answer(error("ERROR:  no\n"), ready());
        assertThatThrownBy(() -> connection.query("no")).isInstanceOf(PgServerException.class);
        return connection;
    }

    @Test
    void aTransactionThatBeginsBehindARollbackIsOpen() {
        PgConnection connection = inFailedTransaction(1300);
        server.answer(completed("ROLLBACK"), completed("BEGIN"), ready());
        assertThatThrownBy(() -> connection.script("commit; begin")).isInstanceOf(PgRolledBackException.class);
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
    }

    @Test
    void aTransactionThatEndsBehindWhatWasNotDoneIsOver() {
        PgConnection connection = inFailedTransaction(702);
        server.answer(completed("*ABORT STATE*"), completed("ROLLBACK"), ready());
        assertThatThrownBy(() -> connection.script("select 1; rollback")).isInstanceOf(PgServerException.class);
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IDLE);
    }

    @Test
    void aTransactionThatEndsBehindARefusedCopyIsOver() {
        PgConnection connection = inTransaction(1300);
        server.answer(new CopyOutResponse(), new CopyOutDone(), completed("COPY"), completed("COMMIT"), ready());
        assertThatThrownBy(() -> connection.script("copy t to stdout; commit")).isInstanceOf(PgUsageException.class);
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IDLE);
    }

    @Test
    void aTransactionThatFailsBehindARefusedCopyHasFailed() {
        PgConnection connection = inTransaction(1300);
        server.answer(new CopyOutResponse(), new CopyOutDone(), completed("COPY"), error("ERROR:  no\n"), ready());
        assertThatThrownBy(() -> connection.script("copy t to stdout; no")).isInstanceOf(PgUsageException.class);
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
    }

    @Test
    void aServerThatWaitsForDataIsNotWaitedFor() {
        PgConnection connection = inFailedTransaction(1300);
        server.answer(completed("ROLLBACK"), new CopyInResponse());
        assertThatThrownBy(() -> connection.script("commit; copy t from stdin"))
                .isInstanceOf(PgRolledBackException.class);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void norIsOneBehindWhatIsAbandoned() throws IOException {
        LoggedInServer scripted = new LoggedInServer()
                .on("select 1; copy t from stdin", cursor(), columns("a"), row("1"), completed("SELECT 1"))
                .and(new CopyInResponse())
                .then(script -> script.expectCancel().expectEnd());
        try (scripted;
                PgConnection connection = scripted.connect()) {
            Results results = connection.execute("select 1; copy t from stdin");
            assertTimeout(Duration.ofSeconds(5), results::abandon);
            assertThat(connection.isOpen()).isFalse();
        }
    }
}
