package io.github.pgtwo.peers.client;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures what happens between two calls; what takes longest to ask for is outermost, and not in the rest. */
final class Meter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long cpu;
    private long wall;
    private long allocated;
    private long held;

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private long allocated() {
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .sum();
    }

    void start() throws IOException {
        held = heap();
        cpu = CpuTime.nanos();
        allocated = allocated();
        wall = System.nanoTime();
    }

    Sample stop(long sum) throws IOException {
        long wallUsed = System.nanoTime() - wall;
        long allocatedBytes = allocated() - allocated;
        long process = CpuTime.nanos();
        return new Sample(process - cpu, wallUsed, process, allocatedBytes, heap() - held, sum);
    }
}
