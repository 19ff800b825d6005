package io.github.pgtwo.peers.client;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

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

    void start() throws IOException {
        held = heap();
        allocated = threads.getCurrentThreadAllocatedBytes();
        wall = System.nanoTime();
        cpu = CpuTime.nanos();
    }

    Sample stop(long sum) throws IOException {
        long cpuUsed = CpuTime.nanos() - cpu;
        long wallUsed = System.nanoTime() - wall;
        long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - allocated;
        long process = CpuTime.nanos();
        return new Sample(cpuUsed, wallUsed, process, allocatedBytes, heap() - held, sum);
    }
}
