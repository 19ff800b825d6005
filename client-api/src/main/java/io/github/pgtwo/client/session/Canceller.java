package io.github.pgtwo.client.session;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.login.Opening;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.spi.ChannelInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Cancels what a session runs, over a connection of its own (section 9). Whoever asks waits for the server to close it,
 * and no new command is sent before: the request must not hit the next one. Thread-safe.
 */
public final class Canceller {
    private final ClientConfig config;
    private final ChannelInfo channel;
    private final Optional<CancelRequest> request;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong command = new AtomicLong();
    private volatile boolean unanswered;

    /** For the session on this channel; the server gives no key to some. */
    public Canceller(ClientConfig config, ChannelInfo channel, Optional<CancelRequest> request) {
        this.config = config;
        this.channel = channel;
        this.request = request;
    }

    /**
     * Asks for the end of the command that is under way, if it still is when its turn comes; what comes of it the
     * session hears.
     */
    public boolean cancel(BooleanSupplier underWay) {
        CancelRequest cancel = request.orElseThrow(
                () -> new PgUsageException("the server has given no key by which its work could be cancelled"));
        long meant = command.get();
        asking.lock();
        try {
            if (meant != command.get() || !underWay.getAsBoolean()) {
                return false;
            }
            ask(cancel);
            return true;
        } finally {
            asking.unlock();
        }
    }

    private void ask(CancelRequest cancel) {
        try {
            Wire wire = Opening.like(channel, config).first();
            try {
                wire.send(cancel);
                wire.awaitClose();
            } finally {
                wire.close();
            }
        } catch (PgException e) {
            unanswered = true;
            throw e;
        }
    }

    /** The next command begins, behind all requests that are on their way. */
    void nextCommand() {
        asking.lock();
        try {
            command.incrementAndGet();
        } finally {
            asking.unlock();
        }
    }

    /** How long a request, and then what it is to end, may take. */
    Duration time() {
        return config.timeouts().cancel();
    }

    /** A request of which nothing was heard may hit the next statement at any time. */
    boolean reusable() {
        return !unanswered;
    }

    void checkReusable() {
        if (unanswered) {
            throw new PgTransportException(
                    "a request to cancel went unanswered and might hit the next statement: close the connection", null);
        }
    }
}
