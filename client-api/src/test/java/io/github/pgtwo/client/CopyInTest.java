package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.copy.CopyDataException;
import io.github.pgtwo.client.copy.CopyFormat;
import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyInResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyInTest {
    private static final String SQL = "copy t from stdin";
    private static final BackendMessage G = new CopyInResponse();
    private static final byte[] CHUNK = "0123456\n".repeat(8192).getBytes(StandardCharsets.UTF_8);

    private final FakeServer server = FakeServer.loggedIn();
    private final List<String> notices = new ArrayList<>();
    private int before;

    private PgConnection connect(int release) {
        PgConnection connection = server.client()
                .serverProfile(ServerProfile.of(new ServerVersion(release, "test")))
                .listener(new ConnectionListener() {
                    @Override
                    public void notice(ServerMessage notice) {
                        notices.add(notice.message());
                    }
                })
                .build()
                .connect();
        before = server.received().length;
        return connection;
    }

    private CopyIn begin(int release) {
        server.answer(completed("BEGIN"), ready()).answer(G);
        return connect(release).copyIn(SQL);
    }

    private String sent() {
        byte[] all = server.received();
        return new String(all, before, all.length - before, StandardCharsets.UTF_8);
    }

    private static final String BEGUN = "QBEGIN\0Q" + SQL + "\0";

    @Test
    void rowsGoIntoATransactionOfTheirOwn() {
        CopyIn in = begin(1300);
        server.answer(completed("COPY 2"), ready()).answer(completed("COMMIT"), ready());
        in.row("1", null);
        in.row("2", "a\tb");
        assertThat(in.outcome()).isEmpty();
        assertThat(in.complete()).hasValue(2);
        assertThat(in.outcome()).hasValue(CopyOutcome.COMMITTED);
        in.close();
        assertThat(sent()).isEqualTo(BEGUN + "1\t\\N\n2\ta\\tb\n\\.\nQCOMMIT\0");
        assertThat(server.closed()).isFalse();
        assertThatThrownBy(() -> in.row("3", "")).isInstanceOf(PgUsageException.class);
    }

    @Test
    void bytesAndRowsKeepTheirOrder() throws IOException {
        CopyIn in = begin(801);
        server.answer(completed("COPY"), ready()).answer(completed("COMMIT"), ready());
        in.row("1");
        in.write("2\n".getBytes(StandardCharsets.UTF_8), 0, 2);
        in.format(new CopyFormat('|', "-")).row("a|b", null);
        in.write(CHUNK, 0, CHUNK.length);
        List<Long> progress = new ArrayList<>();
        byte[] file = "3\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        assertThat(in.transferFrom(new ByteArrayInputStream(file), progress::add))
                .isEqualTo(file.length);
        in.row("4");
        assertThat(in.complete()).isEmpty();
        assertThat(progress).containsExactly(65536L, 100_000L);
        assertThat(sent())
                .isEqualTo(BEGUN + "1\n2\na\\|b|-\n" + "0123456\n".repeat(8192) + "3\n".repeat(50_000)
                        + "4\n\\.\nQCOMMIT\0");
    }

    @Test
    void inTheCallersTransactionNothingIsAdded() {
        server.answer(completed("BEGIN"), ready()).answer(G).answer(completed("COPY 1"), ready());
        PgConnection connection = connect(1300);
        connection.query("BEGIN");
        assertThatThrownBy(() -> connection.copyIn(SQL)).isInstanceOf(PgUsageException.class);
        CopyIn in = connection.copyInTransaction(SQL);
        in.row("1");
        in.complete();
        assertThat(in.outcome()).hasValue(CopyOutcome.LEFT_TO_CALLER);
        assertThat(sent()).isEqualTo(BEGUN + "1\n\\.\n");
    }

    @Test
    void withoutAnyTransactionTheStatementCommits() {
        server.answer(G).answer(completed("COPY 1"), ready());
        CopyIn in = connect(1300).copyInTransaction(SQL);
        in.row("1");
        in.complete();
        assertThat(in.outcome()).hasValue(CopyOutcome.COMMITTED);
    }

    /** 6.4 to 9.4 go on to read commands, with or without a second error; later ones say it twice and close. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anErrorInTheMiddleClosesAtOnceAndNothingMoreIsSent(int more) {
        CopyIn in = begin(703);
        BackendMessage error = error("ERROR:  copy: line 1, Missing data\n");
        switch (more) {
            case 0 -> server.early(error, ready());
            case 1 -> server.early(error, ready(), error("FATAL:  Socket command type 1 unknown\n"));
            default -> server.early(error, error("FATAL:  terminating connection\n"));
        }
        assertThatThrownBy(() -> in.write(CHUNK, 0, CHUNK.length))
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isTrue())
                .hasMessageContaining("Missing data");
        assertThat(server.closed()).isTrue();
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThatThrownBy(() -> in.row("1")).isInstanceOf(PgServerException.class);
        assertThatThrownBy(in::complete).isInstanceOf(PgServerException.class);
        in.close();
        assertThat(sent()).isEqualTo(BEGUN + "0123456\n".repeat(4096));
    }

    @Test
    void anErrorBehindTheEndClosesAllTheSame() {
        CopyIn in = begin(901);
        server.answer(error("ERROR:  invalid input\n"), ready());
        in.row("x");
        assertThatThrownBy(in::complete).isInstanceOf(PgServerException.class);
        assertThat(server.closed()).isTrue();
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThat(sent()).isEqualTo(BEGUN + "x\n\\.\n");
    }

    @Test
    void aFloodOfNoticesIsHeardWhileWriting() {
        CopyIn in = begin(702);
        for (int i = 0; i < 20; i++) {
            server.early(notice("NOTICE:  extra fields ignored " + i + "\n"), notice("NOTICE:  and more\n"));
            in.write(CHUNK, 0, CHUNK.length);
        }
        server.answer(completed("COPY"), ready()).answer(completed("COMMIT"), ready());
        in.complete();
        assertThat(notices).hasSize(40).contains("extra fields ignored 19");
        assertThat(in.notices()).extracting(ServerMessage::message).isEqualTo(notices);
    }

    @Test
    void aCompletionInFrontOfTheEndIsOutOfStep() {
        CopyIn in = begin(1300);
        server.early(completed("COPY 1"), ready());
        assertThatThrownBy(() -> in.write(CHUNK, 0, CHUNK.length)).isInstanceOf(PgProtocolException.class);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void whatWouldEndTheDataIsRefusedAndTheCopyGoesOn() {
        CopyIn in = begin(700);
        server.answer(completed("COPY"), ready()).answer(completed("COMMIT"), ready());
        assertThatThrownBy(() -> in.write(Bytes.utf8("1\0\n"))).isInstanceOf(PgUsageException.class);
        in.write(Bytes.utf8("1\tx\\"));
        assertThatThrownBy(() -> in.write(Bytes.utf8(".\n"))).isInstanceOf(PgUsageException.class);
        assertThatThrownBy(in::complete).isInstanceOf(PgUsageException.class).hasMessageContaining("middle of a line");
        assertThatThrownBy(() -> in.row("2", "x")).hasMessageContaining("middle of a line");
        in.write(Bytes.utf8("n\n"));
        assertThatThrownBy(() -> in.row("2", "\\N"))
                .isInstanceOf(PgUsageException.class)
                .hasCauseInstanceOf(CopyDataException.class)
                .hasMessageContaining("column 1");
        in.complete();
        assertThat(sent()).isEqualTo(BEGUN + "1\tx\\n\n\\.\nQCOMMIT\0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatDoesNotTakeDataIsRolledBackAndTheConnectionIsUsable(boolean fails) {
        server.answer(completed("BEGIN"), ready())
                .answer(fails ? error("ERROR:  no such table\n") : completed("INSERT 0 1"), ready())
                .answer(completed("ROLLBACK"), ready())
                .answer(completed("NEXT"), ready());
        PgConnection connection = connect(1300);
        assertThatThrownBy(() -> connection.copyIn("text"))
                .isInstanceOf(fails ? PgServerException.class : PgUsageException.class);
        assertThat(sent()).isEqualTo("QBEGIN\0Qtext\0QROLLBACK\0");
        assertThat(connection.query("next").tag()).isEqualTo("NEXT");
    }

    @Test
    void aTextMayNotTouchTheTransaction() {
        PgConnection connection = connect(1300);
        assertThatThrownBy(() -> connection.copyIn(SQL + "; commit")).isInstanceOf(PgUsageException.class);
        assertThatThrownBy(() -> connection.copyInTransaction("begin; " + SQL)).isInstanceOf(PgUsageException.class);
        assertThat(sent()).isEmpty();
    }

    @Test
    void givingUpClosesWithoutAWord() {
        CopyIn in = begin(703);
        in.row("1");
        in.close();
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThat(server.closed()).isTrue();
        assertThat(sent()).isEqualTo(BEGUN);
        assertThatThrownBy(in::complete).isInstanceOf(PgUsageException.class);
    }

    @ParameterizedTest
    @CsvSource({"604, CONNECTION_BROKEN", "703, CONNECTION_BROKEN", "704, ROLLED_BACK", "1300, ROLLED_BACK"})
    void givingUpWithoutATransactionIsUpToTheServer(int release, CopyOutcome outcome) {
        server.answer(G);
        CopyIn in = connect(release).copyInTransaction(SQL);
        in.close();
        assertThat(in.outcome()).hasValue(outcome);
    }

    @Test
    void anErrorOfTheCommitRollsBackAndTheConnectionIsUsable() {
        server.answer(completed("BEGIN"), ready()).answer(G);
        PgConnection connection = connect(1300);
        CopyIn in = connection.copyIn(SQL);
        server.answer(completed("COPY 1"), ready())
                .answer(error("ERROR:  deferred\n"), ready())
                .answer(completed("NEXT"), ready());
        in.row("1");
        assertThatThrownBy(in::complete)
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isFalse());
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThat(connection.query("next").tag()).isEqualTo("NEXT");
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IDLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommitWithoutAnAnswerIsUnknown(boolean fatal) {
        CopyIn in = begin(1300);
        server.answer(completed("COPY 1"), ready());
        if (fatal) {
            server.answer(error("FATAL:  terminating connection\n"));
        }
        in.row("1");
        assertThatThrownBy(in::complete)
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("unknown whether");
        assertThat(in.outcome()).hasValue(CopyOutcome.CONNECTION_BROKEN);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void aBreakInFrontOfTheCommitIsARollback() {
        CopyIn in = begin(1300);
        in.row("1");
        assertThatThrownBy(in::complete).isInstanceOf(PgTransportException.class);
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
    }

    @Test
    void aBreakWithoutATransactionIsUnknownOnceTheDataHasEnded() {
        server.answer(G);
        CopyIn in = connect(1300).copyInTransaction(SQL);
        in.row("1");
        assertThatThrownBy(in::complete).isInstanceOf(PgTransportException.class);
        assertThat(in.outcome()).hasValue(CopyOutcome.CONNECTION_BROKEN);
    }

    @Test
    void othersAreToldWhoHoldsTheConnection() {
        server.answer(completed("BEGIN"), ready()).answer(G);
        PgConnection connection = connect(1300);
        connection.copyIn(SQL);
        assertThatThrownBy(() -> connection.query("select")).hasMessageContaining("a CopyIn is still open");
    }
}
