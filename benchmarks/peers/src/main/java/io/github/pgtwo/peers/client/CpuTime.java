package io.github.pgtwo.peers.client;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * User and system time of this process, from what the system keeps for each thread: it is exact for those that wait, and
 * for those that run it is some milliseconds old at most, where what it keeps for the process counts in hundredths of a
 * second. Of threads that have ended it knows nothing.
 */
final class CpuTime {
    private static final long NAP_NANOS = 50_000_000;
    private static final int MOST_NAPS = 200;
    private static final long TICK_NANOS = 10_000_000;

    private CpuTime() {}

    /** Waits until nothing is left to do for the compiler of the JVM, or else ten seconds. */
    static void awaitQuiet() throws IOException, InterruptedException {
        long used = NAP_NANOS;
        for (int i = 0; i < MOST_NAPS && used > NAP_NANOS / 10; i++) {
            long before = nanos();
            TimeUnit.NANOSECONDS.sleep(NAP_NANOS);
            used = nanos() - before;
        }
    }

    static long nanos() throws IOException {
        File[] threads = new File("/proc/self/task").listFiles();
        if (threads == null) {
            throw new IOException("there is no /proc here");
        }
        LockSupport.parkNanos(1); // or the last milliseconds of this thread are not in its account
        long sum = 0;
        for (File thread : threads) {
            sum += ofThread(thread.toPath().resolve("schedstat"));
        }
        return sum;
    }

    /**
     * System time alone, in hundredths of a second. The system knows it from what it finds at 100 to 1,000 moments of a
     * second, 250 as a rule, so that of a tenth of a second it can be wrong by a fifth.
     */
    static long system() throws IOException {
        return TICK_NANOS * stime(Files.readString(Path.of("/proc/self/stat")));
    }

    /** The 15th field, where the second is a name in brackets with anything in it. */
    static long stime(String stat) {
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[12]);
    }

    static long ofThread(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw e;
            }
            return 0; // it has ended since
        }
    }
}
