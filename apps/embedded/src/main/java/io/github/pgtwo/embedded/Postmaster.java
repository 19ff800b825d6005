package io.github.pgtwo.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The server's main process, a child of this one. */
final class Postmaster {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final int TRIES = 5;

    private final Layout layout;
    private volatile @Nullable Process process;
    private volatile int port;

    Postmaster(Layout layout) {
        this.layout = layout;
    }

    /** Starts on a port that was free a moment ago, and on another one should somebody have been quicker. */
    void start(ServerUser user) {
        for (int tries = 1; !startOnce(user); tries++) {
            if (tries == TRIES || !portTaken()) {
                throw new EmbeddedServerException("the server does not start:\n" + layout.readLog());
            }
        }
    }

    private boolean startOnce(ServerUser user) {
        port = freePort();
        process = launch(user);
        return ready();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException("no free port", e);
        }
    }

    private Process launch(ServerUser user) {
        List<String> words =
                user.command(layout.program("postgres"), "-D", layout.data().toString(), "-p", String.valueOf(port));
        try {
            return Command.prepare(words)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(layout.log().toFile())
                    .start();
        } catch (IOException e) {
            throw new EmbeddedServerException("cannot run postgres: " + e.getMessage(), e);
        }
    }

    /** Whether the log says so before the process ends or the patience does. */
    private boolean ready() {
        long deadline = System.nanoTime() + START.toNanos();
        while (running() && System.nanoTime() < deadline) {
            if (layout.readLog().contains("database system is ready to accept connections")) {
                return true;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return false;
    }

    private boolean portTaken() {
        return layout.readLog().contains("could not bind");
    }

    int port() {
        return port;
    }

    long pid() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started.pid();
    }

    boolean running() {
        Process started = process;
        return started != null && started.isAlive();
    }

    /**
     * Leaves the main process alone, which is the one that gives shared memory and semaphores back, but stopped,
     * so that it cannot warn the other sessions; {@link #stop} lets it go on.
     */
    void killSessions() {
        Process started = process;
        if (started != null) {
            signal("STOP", started);
            started.descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void signal(String name, Process to) {
        Command.attempt(List.of("sh", "-c", "kill -" + name + " " + to.pid()), "");
    }

    /** Sends a signal and waits for the end; does nothing if there is nothing to stop. */
    void stop(String signal) {
        Process started = process;
        if (started == null || !started.isAlive()) {
            return;
        }
        signal(signal, started);
        signal("CONT", started);
        started.onExit()
                .completeOnTimeout(started, STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (started.isAlive()) {
            killSessions();
            started.destroyForcibly().onExit().join();
        }
    }
}
