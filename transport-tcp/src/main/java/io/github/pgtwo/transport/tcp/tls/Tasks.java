package io.github.pgtwo.transport.tcp.tls;

import javax.net.ssl.SSLEngine;

/** What an engine wants to have computed before it goes on. */
final class Tasks {
    private Tasks() {}

    /** Failures of a task come to light in the engine's next step. */
    static void run(SSLEngine engine) {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }
}
