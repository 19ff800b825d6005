package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.Listener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that says what another one has said in a recorded conversation, as long as the client says what was recorded,
 * byte for byte. Salts and keys are those of the recording, so that the right password makes the right answer.
 *
 * <p>The recording's connections are the client's, in the order in which they are opened; whose turn it is, among all
 * connections, is as recorded. A client that leaves the recording loses its connections, and {@link #close} tells where.
 * Thread-safe.
 */
public final class ReplayBackend implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Listener listener;
    private final Watch watch;
    private final Thread thread;
    private volatile Optional<AssertionError> failure = Optional.empty();

    private ReplayBackend(Listener listener, Duration patience, Recording recording) {
        this.listener = listener;
        watch = new Watch(patience);
        thread = new Thread(() -> play(recording), "backend-replay");
        thread.setDaemon(true);
    }

    /** On a free TCP port of the loopback address. */
    public static ReplayBackend onTcp(Recording recording) throws IOException {
        return on(Listener.tcp(), PATIENCE, recording);
    }

    /** On a Unix socket in a temporary directory. */
    public static ReplayBackend onUnix(Recording recording) throws IOException {
        return on(Listener.unix(), PATIENCE, recording);
    }

    /**
     * Where the listener listens; a {@link io.github.pgtwo.testkit.transport.MemoryTransport} does in memory.
     *
     * @param listener will be closed
     * @param patience how long each turn may take
     */
    public static ReplayBackend on(Listener listener, Duration patience, Recording recording) {
        ReplayBackend backend = new ReplayBackend(listener, patience, recording);
        backend.thread.start();
        return backend;
    }

    /** Where to connect. */
    public Endpoint endpoint() {
        return listener.endpoint();
    }

    private void play(Recording recording) {
        try (Replay replay = new Replay(listener, watch)) {
            for (Recording.Turn turn : recording.turns()) {
                play(recording, replay, turn);
            }
        } catch (AssertionError e) {
            failure = Optional.of(e);
        }
    }

    private static void play(Recording recording, Replay replay, Recording.Turn turn) {
        try {
            replay.take(turn);
        } catch (AssertionError | IOException | InterruptedException e) {
            String where = recording.name() + ", line " + turn.line() + ", connection " + turn.connection();
            String what = e instanceof AssertionError ? e.getMessage() : e.toString();
            throw new AssertionError(where + ": " + what, e);
        }
    }

    /**
     * Waits until the recording has been played to its end, and closes everything.
     *
     * @throws AssertionError if the client has left the recording
     */
    @Override
    public void close() throws IOException {
        try (listener;
                watch) {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the recording was being played", e);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
