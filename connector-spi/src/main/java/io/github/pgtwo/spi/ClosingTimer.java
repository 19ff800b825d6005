package io.github.pgtwo.spi;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream when a time is over, which ends whatever waits there. A read has a timeout for that and can go on, a
 * write has none: of one that ends early nobody knows how much was sent. Usage:
 *
 * <pre>{@code
 * ClosingTimer timer = ClosingTimer.after(time, stream);
 * try (timer) {
 *     stream.writeFully(...);
 * }
 * }</pre>
 */
public final class ClosingTimer implements AutoCloseable {
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    private ClosingTimer() {}

    /** Begins to run; closing happens in a thread of its own. */
    public static ClosingTimer after(Duration time, ByteStream stream) {
        ClosingTimer timer = new ClosingTimer();
        var unused = timer.over
                .orTimeout(time.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((inTime, late) -> timer.ended(late != null, stream));
        return timer;
    }

    /** What is asynchronous by itself would have a thread also where nothing is to be closed. */
    private void ended(boolean late, ByteStream stream) {
        if (late) {
            run(() -> closeQuietly(stream));
        }
    }

    /** The pool of the JVM may have a single thread, which may be waiting for something else. */
    private static void run(Runnable closing) {
        Thread thread = new Thread(closing, "pgtwo-closing");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(ByteStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // it is given up anyway
        }
    }

    /**
     * What a failure of what was timed is to be called: if the time is over, it is that; else the failure itself.
     *
     * @param what did not happen in time
     */
    public IOException explained(IOException failure, String what) {
        if (!over.isCompletedExceptionally()) {
            return failure;
        }
        var late = new SocketTimeoutException(what);
        late.initCause(failure);
        return late;
    }

    /** Stops, unless the time is over. */
    @Override
    public void close() {
        over.complete(true);
    }
}
