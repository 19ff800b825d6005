package io.github.pgtwo.peers.client;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Measures what happens between two calls; what takes longest to ask for is outermost, and not in the rest. */
final class Meter {
    /** What is cleaned up behind a collection goes with the next; and any of them may meet a thread that allocates. */
    private static final int COLLECTIONS = 5;

    private static final long TO_CLEAN_UP_NANOS = 20_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long cpu;
    private long system;
    private long wall;
    private long allocated;
    private long held;

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        return LongStream.generate(() -> {
                    LockSupport.parkNanos(TO_CLEAN_UP_NANOS);
                    System.gc();
                    return runtime.totalMemory() - runtime.freeMemory();
                })
                .limit(COLLECTIONS)
                .min()
                .orElseThrow();
    }

    private long allocated() {
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .sum();
    }

    void start() throws IOException {
        held = heap();
        system = CpuTime.system();
        cpu = CpuTime.nanos();
        allocated = allocated();
        wall = System.nanoTime();
    }

    Sample stop(long sum) throws IOException {
        long wallUsed = System.nanoTime() - wall;
        long allocatedBytes = allocated() - allocated;
        long process = CpuTime.nanos();
        long systemUsed = CpuTime.system() - system;
        return new Sample(process - cpu, systemUsed, wallUsed, process, allocatedBytes, heap() - held, sum);
    }
}
