package io.github.pgtwo.peers.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long MILLISECOND = 1_000_000;
    private static final int MEGABYTE = 1 << 20;
    private static final Cleaner CLEANER = Cleaner.create();

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

    /** The name of the process may look like anything. */
    @Test
    void systemTimeIsTheFifteenthField() {
        assertThat(CpuTime.stime("17 (a) R 9) R 1 2 3 4 5 6 7 8 9 10 11 12 13 14"))
                .isEqualTo(12);
    }

    @Test
    void threadsMayEndMeanwhile() throws IOException {
        assertThat(CpuTime.ofThread(Path.of("/proc/self/task/0/schedstat"))).isEqualTo(0);
        assertThatThrownBy(() -> CpuTime.ofThread(Path.of("/proc/self"))).isInstanceOf(IOException.class);
    }

    @Test
    void whatGoesWithTheSecondCollectionIsNotTakenForHeld() throws IOException {
        cleanUpLater(new byte[MEGABYTE]);
        Meter meter = new Meter();
        meter.start();
        assertThat(meter.stop(0).held()).isBetween(-MEGABYTE / 2L, MEGABYTE / 2L);
    }

    private static void cleanUpLater(byte[] kept) {
        CLEANER.register(new Object(), () -> kept[0]++);
    }

    @Test
    void samplesAreLines() {
        Sample sample = new Sample(1, 2, 3, 4, -5, 6, 7);
        List<Sample> both = List.of(sample, new Sample(7, 6, 5, 4, 3, 2, 1));
        assertThat(Sample.parse(Sample.line(List.of(sample)))).containsExactly(sample);
        assertThat(Sample.parse(Sample.line(both))).isEqualTo(both);
        for (String line : new String[] {
            "", "1 2 3 4 5 6", "1 2 3 4 5 6 7 8", "[0.003s][warning] 2 3 4 5 6 7", "1 2 3 4 5 6 7, 1 2 3 4 5 6"
        }) {
            assertThatThrownBy(() -> Sample.parse(line)).hasMessageContaining("in the place of what it measured");
        }
    }
}
