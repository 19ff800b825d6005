package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream throws is its own, and costs no more than the copy; what it is given is not copied. */
class CopyTransferTest {
    private static final String SQL = "copy t to stdout";
    private static final BackendMessage BEGIN = new CopyOutResponse();
    private static final BackendMessage ONE = new CopyOutData(Bytes.utf8("1\n"));
    private static final BackendMessage TWO = new CopyOutData(Bytes.utf8("2\n"));
    private static final BackendMessage END = new CopyOutDone();
    private static final int CHUNKS = 10_000;

    private final FakeServer server = FakeServer.loggedIn();

    /** A server that heeds no cancel; of 6.4 data comes as messages. */
    private PgConnection connect(int release) {
        return server.client()
                .serverProfile(ServerProfile.of(new ServerVersion(release, "test")))
                .build()
                .connect();
    }

    private PgConnection copying(int release) {
        server.answer(BEGIN).raw("1\n2\n".getBytes(StandardCharsets.UTF_8));
        endOfCopy("3\n\\.\n").answer(completed("NEXT"), ready());
        return connect(release);
    }

    private FakeServer endOfCopy(String data) {
        return server.raw(data.getBytes(StandardCharsets.UTF_8)).answer(completed("COPY"), ready());
    }

    private interface Action {
        void run() throws IOException;
    }

    /** Counts what it is given, and then does this. */
    private static final class Acting extends OutputStream {
        private final Action action;
        private int writes;

        Acting(Action action) {
            this.action = action;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            writes++;
            action.run();
        }
    }

    private static void assertGivenUp(PgConnection connection, CopyOut out) {
        assertThatThrownBy(() -> out.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("closed");
        assertThat(connection.query("next").tag()).isEqualTo("NEXT");
    }

    @ParameterizedTest
    @ValueSource(ints = {604, 605})
    void anIoExceptionGivesTheCopyUp(int release) {
        PgConnection connection = copying(release);
        CopyOut out = connection.copyOut(SQL);
        IOException full = new IOException("disk full");
        Acting stream = new Acting(() -> {
            throw full;
        });
        assertThatThrownBy(() -> out.writeTo(stream)).isSameAs(full);
        assertThat(stream.writes).isOne();
        assertGivenUp(connection, out);
    }

    /** Even one that looks as if it were the connection's. */
    @ParameterizedTest
    @ValueSource(ints = {604, 605})
    void soDoesARuntimeException(int release) {
        PgConnection connection = copying(release);
        CopyOut out = connection.copyOut(SQL);
        RuntimeException foreign = new PgServerException(ServerMessage.parse("ERROR:  elsewhere"), true);
        Acting stream = new Acting(() -> {
            throw foreign;
        });
        assertThatThrownBy(() -> out.writeTo(stream)).isSameAs(foreign);
        assertThat(stream.writes).isOne();
        assertGivenUp(connection, out);
    }

    @ParameterizedTest
    @ValueSource(ints = {604, 605})
    void aStreamMayCloseTheCopy(int release) {
        PgConnection connection = copying(release);
        CopyOut out = connection.copyOut(SQL);
        Acting stream = new Acting(out::close);
        assertThatThrownBy(() -> out.writeTo(stream)).hasMessageContaining("closed before its end");
        assertThat(stream.writes).isOne();
        assertGivenUp(connection, out);
    }

    /** From 6.4 as messages, of which the server can cancel none. */
    @ParameterizedTest
    @ValueSource(ints = {604, 1300})
    void whatAStreamThrowsComesBehindAnAnswerThatHasArrived(int release) throws IOException {
        assertThrowsOnce(new LoggedInServer(release).on(SQL, BEGIN, ONE, TWO, END, completed("COPY"), ready()), 0);
    }

    @Test
    void whatHasNotArrivedWhenAStreamThrowsIsCancelled() throws IOException {
        BackendMessage cancelled = error("ERROR:  canceling statement due to user request\n");
        assertThrowsOnce(
                new LoggedInServer()
                        .on(SQL, BEGIN, ONE)
                        .then(Script::expectCancel)
                        .and(TWO, END, cancelled, ready()),
                1);
    }

    private static void assertThrowsOnce(LoggedInServer server, int cancelRequests) throws IOException {
        try (server) {
            PgConnection connection =
                    server.on("next", completed("NEXT"), ready()).connect();
            CopyOut out = connection.copyOut(SQL);
            IOException full = new IOException("disk full");
            Acting stream = new Acting(() -> {
                throw full;
            });
            assertThatThrownBy(() -> out.writeTo(stream)).isSameAs(full);
            assertThat(stream.writes).isOne();
            assertThat(server.cancelRequests()).hasSize(cancelRequests);
            assertGivenUp(connection, out);
        }
    }

    @Test
    void nothingIsAllocatedForAPiece() throws IOException {
        byte[] chunk = "1\tone\n".repeat(600).getBytes(StandardCharsets.UTF_8);
        copies(chunk);
        copies(chunk);
        PgConnection connection = connect(1300);
        assertThat(allocated(connection, chunk)).isPositive(); // classes, and whatever else comes once
        assertThat(allocated(connection, chunk)).isLessThan(CHUNKS);
    }

    private void copies(byte[] chunk) {
        server.answer(BEGIN);
        for (int i = 0; i < CHUNKS; i++) {
            server.raw(chunk);
        }
        endOfCopy("\\.\n");
    }

    private static long allocated(PgConnection connection, byte[] chunk) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (CopyOut out = connection.copyOut(SQL)) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long written = out.writeTo(OutputStream.nullOutputStream());
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(written).isEqualTo((long) CHUNKS * chunk.length);
            return allocated;
        }
    }
}
