package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copy data that a sink is handed is that of the messages, however the stream is cut, and nobody copies it. */
class CopyOutSinkTest {
    private static final String END = "\\.\nCCOPY\0Z";
    private static final String END_SEEN = "|COPY_OUT_DONE|COMPLETED_RESPONSE|READY_FOR_QUERY";

    private final StringBuilder seen = new StringBuilder();
    private final StringBuilder sunk = new StringBuilder();
    private ClientSession session = copying(ProtocolLimits.DEFAULT, Set.of());

    private static ClientSession copying(ProtocolLimits limits, Set<ServerQuirk> quirks) {
        ClientSide side = new ClientSide(limits);
        side.session.send(StartupPacket.of("alice", "shop"));
        side.take("52 00000000", Phase.BACKEND_START);
        side.take("5a", Phase.IDLE);
        side.session.quirks(quirks);
        side.session.send(Query.of("copy t to stdout"));
        side.take("48", Phase.COPY_OUT);
        return side.session;
    }

    private void receive(String wire) {
        byte[] bytes = wire.getBytes(StandardCharsets.UTF_8);
        session.received(bytes, 0, bytes.length);
    }

    private void sink(byte[] from, int offset, int length) {
        assertThat(length).isPositive();
        String data = new String(from, offset, length, StandardCharsets.ISO_8859_1);
        seen.append(data);
        sunk.append(data);
    }

    private void takeAll() {
        while (session.next(this::sink)) {
            seen.append(
                    session.message() instanceof CopyOutData data
                            ? data.data().utf8()
                            : "|" + session.message().kind());
        }
    }

    private String read(String wire, int piece, boolean lent, Set<ServerQuirk> quirks) {
        seen.setLength(0);
        sunk.setLength(0);
        session = copying(ProtocolLimits.DEFAULT, quirks);
        byte[] bytes = wire.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += piece) {
            int end = Math.min(at + piece, bytes.length);
            if (lent) {
                session.received(Bytes.wrap(bytes, at, end));
            } else {
                session.received(Arrays.copyOfRange(bytes, at, end), 0, end - at);
            }
            takeAll();
        }
        return seen.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1\tone\n2\t\\N\n", "\\N\n\\N\n", "a\\.b\n\\.x\n", "x\\\n.\n", "\n\n", "\\.\r\n", "\\\\.\n"})
    void dataAndMessagesInAllPieces(String data) {
        String wire = data + END;
        for (int piece = 1; piece <= wire.length(); piece++) {
            assertThat(read(wire, piece, false, Set.of())).isEqualTo(data + END_SEEN);
            assertThat(read(wire, piece, true, Set.of())).isEqualTo(data + END_SEEN);
            assertThat(sunk).hasToString(data);
            assertThat(session.phase()).isEqualTo(Phase.IDLE);
        }
    }

    @Test
    void anErrorBehindTheDataIsAMessage() {
        String wire = "1\tone\n2\ttr\n\n\\.\nEERROR:  late\n\0Z";
        for (int piece = 1; piece <= wire.length(); piece++) {
            assertThat(read(wire, piece, piece % 2 == 0, Set.of()))
                    .isEqualTo("1\tone\n2\ttr\n\n|COPY_OUT_DONE|ERROR_RESPONSE|READY_FOR_QUERY");
        }
    }

    @Test
    void dataComesAsMessagesWhereMessagesMayBeAmongThem() {
        String wire = "Eve\t1\nNNOTICE:  a\n\0EERROR\nEERROR:  out of luck\n\0Z";
        for (int piece = 1; piece <= wire.length(); piece++) {
            assertThat(read(wire, piece, piece % 2 == 0, Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT)))
                    .isEqualTo("Eve\t1\n|NOTICE_RESPONSEEERROR\n|ERROR_RESPONSE|READY_FOR_QUERY");
            assertThat(sunk).isEmpty();
        }
    }

    @Test
    void aSinkThatFailsLosesWhatItWasGivenAndNoMore() {
        session = copying(ProtocolLimits.DEFAULT.with(Limit.COPY_DATA, 4), Set.of());
        receive("1\n2\n3\n4");
        IOException full = new IOException("disk full");
        ByteSink<IOException> failing = (from, offset, length) -> {
            throw full;
        };
        assertThatThrownBy(() -> session.next(failing)).isSameAs(full);
        assertThat(session.phase()).isEqualTo(Phase.COPY_OUT);
        takeAll();
        receive("\n" + END);
        takeAll();
        assertThat(seen).hasToString("3\n4\n" + END_SEEN);
    }

    @Test
    void messagesAndPiecesMayTakeTurns() {
        receive("1\n\\");
        assertThat(session.next()).isTrue();
        assertThat(session.next()).isFalse();
        receive("N\n");
        takeAll();
        receive("\\.");
        takeAll();
        assertThat(session.next()).isFalse();
        receive("\nCCOPY\0Z");
        takeAll();
        assertThat(seen).hasToString("\\N\n" + END_SEEN);
    }

    /** The first ends where data may, the others inside of what may be the marker. */
    @ParameterizedTest
    @ValueSource(strings = {"1\n2", "1\n\\", "1\n\\."})
    void theEndOfTheStreamInTheDataIsAnError(String wire) {
        receive(wire);
        takeAll();
        session.receivedEndOfStream();
        assertThatThrownBy(this::takeAll)
                .isInstanceOfSatisfying(
                        RemoteProtocolException.class,
                        thrown -> assertThat(thrown.endOfStream()).isTrue());
        assertThat(session.phase()).isEqualTo(Phase.FAILED);
    }

    /** Which is what the text of an error ends with: it must not pass for data. */
    @Test
    void aNulIsRefusedAsInMessages() {
        receive("1\none\0two\n");
        assertThatThrownBy(this::takeAll)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("holds a NUL at byte 5");
        assertThat(sunk).isEmpty();
        assertThat(session.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void nothingIsAllocatedForAPiece() {
        byte[] chunk = "1\tone\\\\two\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        long[] came = {0};
        ByteSink<RuntimeException> counter = (from, offset, length) -> came[0] += length;
        pass(chunk, 10, counter);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        pass(chunk, 1_000, counter);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
        assertThat(came[0]).isEqualTo(1_010L * chunk.length);
    }

    private void pass(byte[] chunk, int times, ByteSink<RuntimeException> sink) {
        for (int i = 0; i < times; i++) {
            session.received(chunk, 0, chunk.length);
            if (session.next(sink)) {
                throw new AssertionError(session.message());
            }
        }
    }
}
