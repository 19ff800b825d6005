package io.github.pgtwo.embedded;

/** Runs something when the JVM ends, unless disarmed before. */
final class ExitHook {
    private final Thread thread;

    ExitHook(Runnable action) {
        thread = new Thread(action, "embedded-server-exit");
    }

    void arm() {
        Runtime.getRuntime().addShutdownHook(thread);
    }

    void disarm() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook and the caller may do the same work, which is harmless.
        }
    }
}
