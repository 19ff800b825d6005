package io.github.pgtwo.codec.backend;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.codec.ProtocolLimits;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Memory for a long value follows what has arrived, whatever was announced, and little of it is copied on the way. */
class StoreGrowthTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int LENGTH = 200 << 20;
    private static final int SOME = 300_000;

    private final BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
    private final byte[] piece = new byte[64 << 10];

    @Test
    void aLongValue() {
        receive(hex("54 0001 00 00000011 ffff ffffffff 44 80" + String.format("%08x", LENGTH + Integer.BYTES)));
        assertThat(decoder.next()).isTrue();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (long arrived = piece.length; arrived <= LENGTH; arrived += piece.length) {
            assertThat(decoder.next()).isFalse();
            receive(piece);
            // the largest store, and those before it
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(10 * arrived + SOME);
        }
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.message().kind()).isEqualTo(BackendKind.ASCII_ROW);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(LENGTH + LENGTH / 6);
    }

    private void receive(byte[] bytes) {
        decoder.received(bytes, 0, bytes.length);
    }
}
