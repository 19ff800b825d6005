package io.github.pgtwo.testkit.backend;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends what takes too long: wakes it and interrupts its thread. Thread-safe. */
final class Watch implements AutoCloseable {
    private final Duration patience;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "backend-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** What is watched. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Ends what is waited for. */
    interface Wake {
        void now() throws IOException;
    }

    Watch(Duration patience) {
        this.patience = patience;
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Throws what the work throws, or an AssertionError if it takes too long. */
    void over(Wake wake, Work work) throws IOException, InterruptedException {
        AtomicBoolean late = new AtomicBoolean();
        Thread worker = Thread.currentThread();
        ScheduledFuture<?> alarm =
                clock.schedule(() -> end(wake, worker, late), patience.toNanos(), TimeUnit.NANOSECONDS);
        try {
            work.run();
        } catch (IOException | InterruptedException | AssertionError e) {
            checkInTime(late);
            throw e;
        } finally {
            alarm.cancel(false);
        }
        checkInTime(late);
    }

    private void checkInTime(AtomicBoolean late) {
        if (late.get()) {
            throw new AssertionError("nothing came within " + patience.toMillis() + " ms");
        }
    }

    private static void end(Wake wake, Thread worker, AtomicBoolean late) {
        late.set(true);
        worker.interrupt();
        try {
            wake.now();
        } catch (IOException e) {
            // it is over anyhow
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
