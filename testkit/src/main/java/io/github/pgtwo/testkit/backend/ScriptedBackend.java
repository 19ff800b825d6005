package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.ContractPeer;
import io.github.pgtwo.testkit.transport.Listener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that follows scripts, the first connection the first script, the second the second:
 *
 * <pre>{@code
 * try (ScriptedBackend server = ScriptedBackend.onTcp(script)) {
 *     // let the driver connect to server.endpoint() and ask
 * }
 * }</pre>
 *
 * <p>Connections for nothing but a CancelRequest need no script; {@link #cancelRequests} has them. A client that leaves
 * its script loses its connection, and {@link #close} tells what was expected and what came. Thread-safe.
 */
public final class ScriptedBackend implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Listener listener;
    private final List<Script> scripts;
    private final Watch watch;
    private final CancelKeys keys = new CancelKeys();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<ScriptRun> runs = new CopyOnWriteArrayList<>();
    private final List<AssertionError> failures = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread accepting;

    private ScriptedBackend(Listener listener, Duration patience, List<Script> scripts) {
        this.listener = listener;
        this.scripts = scripts;
        watch = new Watch(patience);
        accepting = new Thread(this::accept, "backend-accept");
        accepting.setDaemon(true);
    }

    /** On a free TCP port of the loopback address. */
    public static ScriptedBackend onTcp(Script... scripts) throws IOException {
        return on(Listener.tcp(), PATIENCE, scripts);
    }

    /** On a Unix socket in a temporary directory. */
    public static ScriptedBackend onUnix(Script... scripts) throws IOException {
        return on(Listener.unix(), PATIENCE, scripts);
    }

    /**
     * Where the listener listens; a {@link io.github.pgtwo.testkit.transport.MemoryTransport} does in memory.
     *
     * @param listener will be closed
     * @param patience how long each step may take
     */
    public static ScriptedBackend on(Listener listener, Duration patience, Script... scripts) {
        ScriptedBackend backend = new ScriptedBackend(listener, patience, List.of(scripts));
        backend.accepting.start();
        return backend;
    }

    /** Where to connect. */
    public Endpoint endpoint() {
        return listener.endpoint();
    }

    /** All that have come, with right and with wrong keys, in their order. */
    public List<CancelRequest> cancelRequests() {
        return keys.requests();
    }

    private void accept() {
        try {
            while (true) {
                ContractPeer peer = listener.accept();
                runs.add(new ScriptRun(this, peer, watch, keys, nextSpeaksFirst() ? next() : Optional.empty()));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private boolean nextSpeaksFirst() {
        int next = begun.get();
        return next < scripts.size() && scripts.get(next).speaksFirst();
    }

    Optional<Script> next() {
        int next = begun.getAndIncrement();
        return next < scripts.size() ? Optional.of(scripts.get(next)) : Optional.empty();
    }

    void failed(AssertionError failure) {
        failures.add(failure);
    }

    /**
     * Waits for the scripts that have begun to be played to their end, and closes everything.
     *
     * @throws AssertionError if a client left its script or did not come; further failures are suppressed in it
     */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            accepting.interrupt();
            listener.close();
            for (ScriptRun run : runs) {
                run.end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the scripts were being played", e);
        } finally {
            watch.close();
        }
        report();
    }

    private void report() {
        if (begun.get() < scripts.size()) {
            failed(new AssertionError("nobody came for script " + (begun.get() + 1) + " of " + scripts.size()));
        }
        if (!failures.isEmpty()) {
            AssertionError first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
