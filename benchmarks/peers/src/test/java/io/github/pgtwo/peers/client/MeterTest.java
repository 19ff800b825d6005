package io.github.pgtwo.peers.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void whatItAllocatesItselfIsNotCounted() throws IOException {
        Meter meter = new Meter();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            meter.start();
            least = Math.min(least, meter.stop(0).allocated());
        }
        assertThat(least).isLessThan(5_000);
    }

    /** What the system accounts for only now and then is not missing. */
    @Test
    void aMillisecondIsCounted() throws IOException {
        int counted = 0;
        for (int i = 0; i < 100; i++) {
            long begin = CpuTime.nanos();
            long until = System.nanoTime() + 2 * MILLISECOND;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            counted += CpuTime.nanos() - begin > MILLISECOND ? 1 : 0;
        }
        assertThat(counted).isGreaterThan(80);
    }

    @Test
    void samplesAreLines() {
        Sample sample = new Sample(1, 2, 3, 4, -5, 6);
        assertThat(Sample.parse(sample.line())).isEqualTo(sample);
        for (String line : new String[] {"", "1 2 3 4 5", "1 2 3 4 5 6 7", "[0.003s][warning] 2 3 4 5 6"}) {
            assertThatThrownBy(() -> Sample.parse(line)).hasMessageContaining("in the place of what it measured");
        }
    }
}
