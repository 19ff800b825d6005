package io.github.pgtwo.peers.client;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Does work until the JVM has compiled what it will: it spends less than a hundredth of a run's CPU time on that, or has
 * had enough runs. The time of the clock is no measure: who waits for a server has much of it.
 *
 * @param compiler the time of the compiler
 * @param cpu that of all threads
 */
record WarmUp(Clock compiler, Clock cpu) {
    static final int FEWEST = 2;
    static final int MOST = 8;

    /** Of this JVM. */
    static final WarmUp OF_THIS = new WarmUp(
            () -> TimeUnit.MILLISECONDS.toNanos(
                    ManagementFactory.getCompilationMXBean().getTotalCompilationTime()),
            CpuTime::nanos);

    /** Nanoseconds so far. */
    @FunctionalInterface
    interface Clock {
        long nanos() throws IOException;
    }

    /** With so much at once. */
    void run(Task task, int count) throws Exception {
        boolean compiling = true;
        for (int i = 0; i < FEWEST || (compiling && i < MOST); i++) {
            long used = cpu.nanos();
            long compiled = compiler.nanos();
            task.run(count);
            CpuTime.awaitQuiet();
            compiling = compiler.nanos() - compiled > (cpu.nanos() - used) / 100;
            task.clear(); // after which threads have ended, and their time is not known
        }
    }
}
