package io.github.pgtwo.testkit.backend;

import java.util.concurrent.CountDownLatch;

/** Holds a script back until the test opens it. Thread-safe. */
public final class Gate {
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A closed gate. */
    public Gate() {}

    /** Lets all scripts pass that wait here, and those to come. */
    public void open() {
        closed.countDown();
    }

    void pass() throws InterruptedException {
        closed.await();
    }
}
