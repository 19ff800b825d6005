package io.github.pgtwo.verify.live;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work in a thread of its own that must come to an end. */
final class Watchdog {
    private static final long SECONDS = 60;

    private final FutureTask<Void> work;
    private final Thread thread;

    private Watchdog(String name, Runnable work) {
        this.work = new FutureTask<>(work, null);
        thread = new Thread(this.work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins the work. */
    static Watchdog over(String name, Runnable work) {
        return new Watchdog(name, work);
    }

    /** Waits for the end, and throws what the work has thrown. */
    void join() {
        try {
            work.get(SECONDS, TimeUnit.SECONDS);
            thread.join();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (TimeoutException e) {
            throw hung();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private AssertionError hung() {
        AssertionError hung = new AssertionError("it hangs: " + thread.getName());
        hung.setStackTrace(thread.getStackTrace());
        return hung;
    }
}
