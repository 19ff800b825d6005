package io.github.pgtwo.peers.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final long MILLISECOND = 1_000_000;

    private long cpu;
    private long compiler;
    private int runs;

    private int runs(long cpuMillis, int runsWithCompiler) throws Exception {
        Task task = new Task() {
            @Override
            public long run(int count) {
                runs++;
                cpu += cpuMillis * MILLISECOND;
                compiler += runs <= runsWithCompiler ? 2 * MILLISECOND : 0;
                return 0;
            }

            @Override
            public void clear() {
                cpu = 0; // of threads that have ended nothing is known
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        new WarmUp(() -> compiler, () -> cpu).run(task, 1);
        return runs;
    }

    @Test
    void itEndsWithTheCompiler() throws Exception {
        assertThat(runs(100, 3)).isEqualTo(4);
    }

    @Test
    void aHundredthIsNothing() throws Exception {
        assertThat(runs(200, Integer.MAX_VALUE)).isEqualTo(WarmUp.FEWEST);
    }

    @Test
    void thereIsAnEnd() throws Exception {
        assertThat(runs(100, Integer.MAX_VALUE)).isEqualTo(WarmUp.MOST);
    }
}
