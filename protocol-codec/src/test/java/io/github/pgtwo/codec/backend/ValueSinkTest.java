package io.github.pgtwo.codec.backend;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.ValueSink;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in pieces are those of the records, however the stream is cut, and none is held. */
class ValueSinkTest {
    private static final String ANSWER =
            "50 626c616e6b00 54 0002 6100 00000017 0004 ffffffff 6200 00000019 ffff ffffffff"
                    + "44 c0 00000005 37 00000006 6869 4e 6e6f7465 00 44 40 00000004 42 80 00000001 01"
                    + "43 53454c45435400 43 00 5a 41 00000001 6100";
    private static final String TWO_COLUMNS = "54 0002 00 00000017 0004 ffffffff 00 00000017 0004 ffffffff";

    private final BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT.with(Limit.VALUE, 100));
    private final Log log = new Log();

    /** Puts pieces together. */
    private static final class Log implements ValueSink {
        private final List<Object> seen = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private int length;

        @Override
        public void row(int columns) {
            seen.add("row of " + columns);
        }

        @Override
        public void isNull(int column) {
            seen.add(column + " NULL");
        }

        @Override
        public void value(int column, int bytes) {
            value.setLength(0);
            length = bytes;
            ended(column);
        }

        @Override
        public void piece(int column, byte[] array, int offset, int count) {
            assertThat(count).isPositive();
            for (int i = 0; i < count; i++) {
                value.append(String.format("%02x", array[offset + i]));
            }
            ended(column);
        }

        private void ended(int column) {
            if (value.length() == 2 * length) {
                seen.add(column + " " + value);
            }
        }

        @Override
        public void rowEnds() {
            seen.add("end");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsAndMessagesInAllPieces(boolean lent) {
        byte[] wire = hex(ANSWER);
        for (int piece = 1; piece <= wire.length; piece++) {
            BackendDecoder fresh = new BackendDecoder(ProtocolLimits.DEFAULT);
            Log all = new Log();
            for (int at = 0; at < wire.length; at += piece) {
                int count = Math.min(piece, wire.length - at);
                if (lent) {
                    fresh.received(Bytes.wrap(wire, at, at + count));
                } else {
                    fresh.received(wire, at, count);
                }
                while (fresh.next(all)) {
                    all.seen.add(fresh.message().kind());
                }
            }
            assertThat(all.seen)
                    .as("pieces of %d", piece)
                    .containsExactly(
                            BackendKind.CURSOR_RESPONSE,
                            BackendKind.ROW_DESCRIPTION,
                            "row of 2",
                            "0 37",
                            "1 6869",
                            "end",
                            BackendKind.NOTICE_RESPONSE,
                            "row of 2",
                            "0 NULL",
                            "1 ",
                            "end",
                            "row of 2",
                            "0 01",
                            "1 NULL",
                            "end",
                            BackendKind.COMPLETED_RESPONSE,
                            BackendKind.COMPLETED_RESPONSE,
                            BackendKind.READY_FOR_QUERY,
                            BackendKind.NOTIFICATION_RESPONSE);
        }
    }

    private void receive(String hex) {
        byte[] bytes = hex(hex);
        decoder.received(bytes, 0, bytes.length);
    }

    @Test
    void aRowThatHasBegunOtherwiseIsTakenFromItsBeginning() {
        receive(TWO_COLUMNS + "44 c0 00000005 37 0000");
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.next()).isFalse();
        assertThat(decoder.next(log)).isFalse();
        assertThat(log.seen).containsExactly("row of 2", "0 37");
        assertThatThrownBy(decoder::next)
                .isInstanceOf(LocalProtocolException.class)
                .hasMessageContaining("in pieces");
        receive("0006 6869");
        assertThat(decoder.next(log)).isFalse();
        assertThat(log.seen).endsWith("1 6869", "end");
        receive("5a");
        assertThat(decoder.next()).isTrue();
    }

    @Test
    void whatIsWrongIsRefusedWhereItLies() {
        receive(TWO_COLUMNS);
        assertThat(decoder.next()).isTrue();
        receive("44 c0 00000005 37 00000003");
        assertThatThrownBy(() -> decoder.next(log))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("value of column 1")
                .hasMessageContaining("byte " + (hex(TWO_COLUMNS).length + 7));
    }

    @Test
    void rowsNeedADescription() {
        receive("44 c0");
        assertThatThrownBy(() -> decoder.next(log))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("no RowDescription");
    }

    @Test
    void theEndOfTheStreamInsideARowIsAnError() {
        receive(TWO_COLUMNS + "44 c0 00000009 37");
        assertThat(decoder.next(log)).isTrue();
        assertThat(decoder.next(log)).isFalse();
        decoder.receivedEndOfStream();
        assertThatThrownBy(() -> decoder.next(log))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("AsciiRow at byte " + hex(TWO_COLUMNS).length + ": the stream ended inside the message");
        assertThat(decoder.exhausted()).isFalse();
    }

    @Test
    void aSinkThatFailsLeavesTheStreamInStep() {
        receive(TWO_COLUMNS + "44 c0 00000005 37 00000006 6869 5a");
        assertThat(decoder.next()).isTrue();
        assertThatThrownBy(() -> decoder.next((ValueSink) (column, array, offset, length) -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
        assertThat(decoder.next(log)).isTrue();
        assertThat(log.seen).containsExactly("1 6869", "end");
        assertThat(decoder.message().kind()).isEqualTo(BackendKind.READY_FOR_QUERY);
    }

    @Test
    void aValueBeyondTheLimitsIsNeverHeld() {
        int length = 300 << 20;
        byte[] chunk = new byte[64 << 10];
        long[] came = {0};
        ValueSink counter = (column, array, offset, count) -> came[0] += count;
        receive("54 0001 00 00000011 ffff ffffffff 44 80" + String.format("%08x", length + Integer.BYTES));
        assertThat(decoder.next(counter)).isTrue();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < length / chunk.length; i++) {
            decoder.received(chunk, 0, chunk.length);
            assertThat(decoder.next(counter)).isFalse();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
        assertThat(came[0]).isEqualTo(length);
        receive("5a");
        assertThat(decoder.next(counter)).isTrue();
    }
}
