package io.github.pgtwo.client.wire;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener what happens to one connection. Its failures stay its own, and where nobody listens, no clock is
 * read. What comes before {@link #connected}, as the client's own questions do, is nobody's business.
 */
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final ConnectionListener listener;
    private final boolean heard;
    private final AtomicReference<@Nullable ChannelInfo> connected = new AtomicReference<>();
    private long began;

    /** For one connection, or the attempt to have one. */
    public Events(ConnectionListener listener) {
        this.listener = listener;
        heard = listener != ConnectionListener.NONE;
    }

    /** Lets the listener know; what it throws is logged. */
    void tell(Consumer<ConnectionListener> event) {
        if (!heard) {
            return;
        }
        try {
            event.accept(listener);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) { // those in other languages throw checked ones as well
            LOG.warn("a ConnectionListener failed", e);
        }
    }

    /** A connection is to be made to this place. */
    public void connecting(Endpoint endpoint) {
        if (heard) {
            tell(hears -> hears.connecting(endpoint));
        }
    }

    /** Nothing came of it. */
    public void connectFailed(Endpoint endpoint, Duration took, PgException failure) {
        tell(hears -> hears.connectFailed(endpoint, took, failure));
    }

    /** The connection is ready for use. */
    public void connected(ChannelInfo channel, Duration took) {
        if (heard) {
            connected.set(channel);
            tell(hears -> hears.connected(channel, took));
        }
    }

    /** The connection is gone, which is told once. */
    void closed() {
        ChannelInfo channel = connected.getAndSet(null);
        if (channel != null) {
            tell(hears -> hears.closed(channel));
        }
    }

    /** The answer to a command is waited for. */
    public void commandBegun() {
        if (connected.get() != null) {
            began = System.nanoTime();
            tell(ConnectionListener::commandBegun);
        }
    }

    /** It has come, or will not come any more. */
    public void commandEnded(@Nullable Throwable failure) {
        if (began != 0) {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            began = 0;
            tell(hears -> hears.commandEnded(took, Optional.ofNullable(failure)));
        }
    }
}
