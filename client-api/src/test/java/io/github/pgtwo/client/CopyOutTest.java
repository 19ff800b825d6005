package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.copy.CopyDataException;
import io.github.pgtwo.client.copy.CopyFormat;
import io.github.pgtwo.client.copy.CopyRow;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.testkit.backend.Script;
import io.github.pgtwo.testkit.backend.ScriptedBackend;
import io.github.pgtwo.testkit.transport.MemoryTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyOutTest {
    private static final String SQL = "copy t to stdout";
    private static final String DATA = "1\tone\n2\t\\N\n3\ta\\\\b\\tc\n";

    private final FakeServer server = FakeServer.loggedIn();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private PgConnection connect(int release) {
        return server.client()
                .serverProfile(ServerProfile.of(new ServerVersion(release, "test")))
                .build()
                .connect();
    }

    private FakeServer copies(String data) {
        return server.answer(new CopyOutResponse()).raw(data.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertUsable(PgConnection connection) {
        assertThat(connection.query("next").tag()).isEqualTo("NEXT");
    }

    @Test
    void theBytesAreTheServersWithoutTheMarker() throws IOException {
        copies(DATA)
                .raw("\\.\n".getBytes(StandardCharsets.UTF_8))
                .answer(completed("COPY 3"), ready())
                .answer(completed("NEXT"), ready());
        PgConnection connection = connect(1300);
        try (CopyOut out = connection.copyOut(SQL)) {
            assertThat(out.writeTo(Channels.newChannel(written))).isEqualTo(DATA.length());
            assertThat(out.rows()).hasValue(3);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(DATA);
        assertUsable(connection);
    }

    @Test
    void rowsAreDecoded() {
        copies("1;one\n-;\n\\.\n")
                .answer(notice("NOTICE:  x\n"), completed("COPY"), ready())
                .answer(completed("NEXT"), ready());
        PgConnection connection = connect(801);
        try (CopyOut out = connection.copyOut(SQL).format(new CopyFormat(';', "-"))) {
            CopyRow row = out.nextRow();
            assertThat(row.text(0) + row.text(1)).isEqualTo("1one");
            assertThat(out.nextRow().isNull(0)).isTrue();
            assertThat(out.nextRow()).isNull();
            assertThat(out.nextRow()).isNull();
            assertThat(out.rows()).isEmpty();
            assertThat(out.notices()).hasSize(1);
        }
        assertUsable(connection);
    }

    @Test
    void newlinesInValuesOfOldServersAreNoLineEnds() {
        copies("1\tx\\\ny\n2\tz\\\\\n\\.\n").answer(completed("COPY"), ready());
        CopyOut out = connect(701).copyOut(SQL);
        assertThat(out.nextRow().text(1)).isEqualTo("x\ny");
        assertThat(out.nextRow().text(1)).isEqualTo("z\\");
        assertThat(out.nextRow()).isNull();
    }

    /** 6.5 and later end the data as if it were whole, and only then tell the error. */
    @ParameterizedTest
    @ValueSource(strings = {"1\tone\n2\ttr\n\n\\.\n", "1\tone\n\n\n\\.\n", "\n\n\\.\n"})
    void anErrorBehindTheMarkerIsNoShortFile(String data) {
        copies(data).answer(error("ERROR:  division by zero\n"), ready()).answer(completed("NEXT"), ready());
        PgConnection connection = connect(605);
        CopyOut out = connection.copyOut(SQL);
        assertThatThrownBy(() -> out.writeTo(written))
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isFalse());
        assertThatThrownBy(() -> out.writeTo(written)).isInstanceOf(PgServerException.class);
        assertUsable(connection);
    }

    @Test
    void theReaderOfLinesMeetsItBehindThem() {
        copies("1\tone\n2\ttr\n\n\\.\n")
                .answer(error("ERROR:  late\n"), ready())
                .answer(completed("NEXT"), ready());
        PgConnection connection = connect(1300);
        List<String> lines = new ArrayList<>();
        try (CopyOut out = connection.copyOut(SQL)) {
            for (int i = 0; i < 3; i++) {
                lines.add(out.nextLine().utf8());
            }
            assertThatThrownBy(out::nextLine).isInstanceOf(PgServerException.class);
            assertThatThrownBy(out::nextLine).isInstanceOf(PgServerException.class);
        }
        assertThat(lines).containsExactly("1\tone", "2\ttr", "");
        assertUsable(connection);
    }

    @Test
    void aServerOf64PutsErrorsIntoTheData() {
        copies("1\tone\nEagle\n")
                .answer(error("ERROR:  broken page\n"), ready())
                .answer(completed("NEXT"), ready());
        PgConnection connection = connect(604);
        CopyOut out = connection.copyOut(SQL);
        assertThatThrownBy(() -> out.writeTo(written)).hasMessageContaining("broken page");
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("1\tone\nEagle\n");
        assertUsable(connection);
    }

    @Test
    void anErrorBehindTheTagCounts() {
        copies("1\n\\.\n").answer(completed("COPY"), error("ERROR:  late\n"), ready());
        CopyOut out = connect(701).copyOut(SQL);
        assertThatThrownBy(() -> out.writeTo(written)).isInstanceOf(PgServerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n", "1\n2", "1\n\\.\n"})
    void theEndOfTheConnectionIsNoEndOfTheData(String data) {
        copies(data);
        CopyOut out = connect(1300).copyOut(SQL);
        assertThatThrownBy(() -> out.writeTo(written)).isInstanceOf(PgTransportException.class);
    }

    @Test
    void anEndWithoutATagIsNone() {
        copies("1\n\\.\n").answer(ready());
        CopyOut out = connect(1300).copyOut(SQL);
        assertThatThrownBy(() -> out.writeTo(written)).isInstanceOf(PgProtocolException.class);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void aTextWithoutACopyLeavesTheConnectionUsable() {
        server.answer(completed("INSERT 0 1"), ready()).answer(completed("NEXT"), ready());
        PgConnection connection = connect(1300);
        assertThatThrownBy(() -> connection.copyOut("insert"))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("no copy data");
        assertUsable(connection);
    }

    @Test
    void anErrorInsteadOfDataLeavesTheConnectionUsable() {
        server.answer(error("ERROR:  no such table\n"), ready()).answer(completed("NEXT"), ready());
        PgConnection connection = connect(1300);
        assertThatThrownBy(() -> connection.copyOut(SQL)).isInstanceOf(PgServerException.class);
        assertUsable(connection);
    }

    @Test
    void aFailedTransactionOfOldServersIsAnError() {
        server.answer(completed("BEGIN"), ready())
                .answer(notice("NOTICE:  current transaction is aborted\n"), completed("*ABORT STATE*"), ready());
        PgConnection connection = connect(702);
        connection.query("begin");
        assertThatThrownBy(() -> connection.copyOut(SQL)).isInstanceOf(PgServerException.class);
    }

    @Test
    void copyInIsNotAnsweredByCopyOut() {
        server.answer(new CopyInResponse());
        PgConnection connection = connect(1300);
        assertThatThrownBy(() -> connection.copyOut("copy t from stdin")).isInstanceOf(PgUsageException.class);
        assertThat(connection.isOpen()).isFalse();
        assertThat(server.closed()).isTrue();
    }

    @Test
    void binaryDataOfTheOldestServersIsNotAskedFor() {
        PgConnection connection = connect(605);
        int before = server.received().length;
        assertThatThrownBy(() -> connection.copyOut("COPY /* all */ binary t TO STDOUT"))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("BINARY");
        assertThat(server.received()).hasSize(before);
    }

    @Test
    void aLineBeyondTheLimitGivesUpTheCopy() {
        copies("1\n123456\n7\n\\.\n").answer(completed("COPY"), ready()).answer(completed("NEXT"), ready());
        PgConnection connection = connect(605);
        CopyOut out = connection.copyOut(SQL).longestLine(5);
        assertThat(out.nextLine()).isEqualTo(Bytes.utf8("1"));
        assertThatThrownBy(out::nextLine)
                .isInstanceOf(PgUsageException.class)
                .hasCauseInstanceOf(CopyDataException.class);
        assertThatThrownBy(out::nextLine).isInstanceOf(PgUsageException.class);
        assertUsable(connection);
    }

    @Test
    void aServerThatHeedsNoCancelIsReadToTheEnd() {
        copies("1\n2\n")
                .raw("3\n\\.\n".getBytes(StandardCharsets.UTF_8))
                .answer(completed("COPY"), ready())
                .answer(completed("NEXT"), ready());
        PgConnection connection = connect(605);
        CopyOut out = connection.copyOut(SQL);
        assertThat(out.nextLine()).isEqualTo(Bytes.utf8("1"));
        out.close();
        assertThatThrownBy(out::nextLine).hasMessageContaining("closed");
        assertUsable(connection);
    }

    @Test
    void aFailingStreamCancelsTheCopyAndItsFailureSurfaces() throws Exception {
        MemoryTransport transport = new MemoryTransport();
        Script script = new Script()
                .login()
                .expectQuery(SQL)
                .answer(new CopyOutResponse(), new CopyOutData(Bytes.utf8("1\n")))
                .expectCancel()
                .answer(new CopyOutData(Bytes.utf8("2\n\n\n")), new CopyOutDone(), error("ERROR:  canceled\n"), ready())
                .expectQuery("next")
                .answer(completed("NEXT"), ready());
        try (ScriptedBackend backend = ScriptedBackend.on(transport, Duration.ofSeconds(10), script)) {
            PgConnection connection = PgClient.builder()
                    .serverProfile(ServerProfile.of(new ServerVersion(1300, "test")))
                    .transport(transport)
                    .endpoint(backend.endpoint())
                    .user("alice")
                    .build()
                    .connect();
            CopyOut out = connection.copyOut(SQL);
            IOException full = new IOException("disk full");
            assertThatThrownBy(() -> out.writeTo(failing(full))).isSameAs(full);
            assertUsable(connection);
        }
    }

    private static OutputStream failing(IOException failure) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw failure;
            }
        };
    }
}
