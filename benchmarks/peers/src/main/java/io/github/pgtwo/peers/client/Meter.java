package io.github.pgtwo.peers.client;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures what happens between two calls. */
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
        allocated = allocated();
        wall = System.nanoTime();
        cpu = CpuTime.nanos();
    }

    Sample stop(long sum) throws IOException {
        long cpuUsed = CpuTime.nanos() - cpu;
        long wallUsed = System.nanoTime() - wall;
        long allocatedBytes = allocated() - allocated;
        long process = CpuTime.nanos();
        return new Sample(cpuUsed, wallUsed, process, allocatedBytes, heap() - held, sum);
    }
}
