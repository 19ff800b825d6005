package io.github.pgtwo.testkit.proxy;

import java.io.IOException;

/** Threads that end with their sockets. */
final class Threads {
    private Threads() {}

    /** What a thread does until its sockets are closed. */
    interface Work {
        void run() throws IOException;
    }

    static void start(String name, Work work) {
        Thread thread = new Thread(() -> untilClosed(work), name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void untilClosed(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            // closed
        }
    }
}
