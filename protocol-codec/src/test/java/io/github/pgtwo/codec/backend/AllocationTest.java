package io.github.pgtwo.codec.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the visitor allocates depends on the number of chunks, not on that of rows. */
class AllocationTest {
    private static final int ROWS = 100_000;
    private static final int CHUNK = 64 << 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final byte[] stream = stream();
    private long rows;
    private long bytes;

    @Test
    void theVisitorAllocatesNothingForARow() {
        int chunks = stream.length / CHUNK + 1;
        visit(true);
        // a Bytes, a visitor and what calls it for each chunk, and the decoder itself
        assertThat(allocated(true)).isLessThan(chunks * 256L + 100_000);
        visit(false);
        assertThat(allocated(false)).isLessThan(chunks * 256L + 300_000);
        assertThat(rows).isEqualTo(4L * ROWS);
        assertThat(bytes).isPositive();
    }

    private long allocated(boolean lent) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        visit(lent);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private void visit(boolean lent) {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        for (int at = 0; at < stream.length; at += CHUNK) {
            int length = Math.min(CHUNK, stream.length - at);
            if (lent) {
                decoder.received(Bytes.wrap(stream, at, at + length));
            } else {
                decoder.received(stream, at, length);
            }
            while (decoder.next(this::look)) {
                assertThat(decoder.message().kind()).isEqualTo(BackendKind.ROW_DESCRIPTION);
            }
        }
    }

    private void look(RowView row) {
        rows++;
        bytes += row.isNull(1) ? 0 : row.length(1) + row.array()[row.offset(1)];
    }

    private static byte[] stream() {
        WireWriter out = new WireWriter();
        new RowDescription(Collections.nCopies(3, new Column(Bytes.EMPTY, 25, (short) -1, -1))).write(out);
        for (int i = 0; i < ROWS; i++) {
            Optional<Bytes> number = Optional.of(Bytes.utf8(String.valueOf(i)));
            AsciiRow.of(List.of(number, i % 7 == 0 ? Optional.empty() : number, number))
                    .write(out);
        }
        return out.take().toByteArray();
    }
}
