package io.github.pgtwo.testkit.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on a thread of its own, which can be waited for with limited patience. */
public final class Task<T> {

    /** Work without a result. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    private final FutureTask<T> future;
    private final Thread thread;

    private Task(Callable<T> work) {
        future = new FutureTask<>(work);
        thread = new Thread(future, "contract");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins the work. */
    public static <T> Task<T> start(Callable<T> work) {
        return new Task<>(work);
    }

    /** Begins work without a result. */
    public static Task<Boolean> run(Work work) {
        return start(() -> {
            work.run();
            return true;
        });
    }

    /** Whether the work is over, well or not. */
    public boolean isDone() {
        return future.isDone();
    }

    /** The result; throws what the work threw, or an AssertionError if it takes longer. */
    public T within(Duration patience, String what) throws Exception {
        try {
            return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw hang(patience, what, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /** What the work threw; an AssertionError if it ended well or takes longer. */
    public Exception failure(Duration patience, String what) {
        try {
            T result = within(patience, what);
            throw new AssertionError(what + " gave " + result + " instead of an exception");
        } catch (Exception e) {
            return e;
        }
    }

    private AssertionError hang(Duration patience, String what, TimeoutException cause) {
        cause.setStackTrace(thread.getStackTrace());
        return new AssertionError(what + " hangs, for " + patience.toMillis() + " ms now", cause);
    }
}
