package io.github.pgtwo.verify.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs what waits beside a test: newer JDKs have one pool thread for all of it where there are two processors. */
final class OwnThread {
    private static final Executor EACH = task -> {
        Thread thread = new Thread(task, "beside a test");
        thread.setDaemon(true);
        thread.start();
    };

    private OwnThread() {}

    static <T> CompletableFuture<T> supply(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, EACH);
    }

    static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, EACH);
    }
}
