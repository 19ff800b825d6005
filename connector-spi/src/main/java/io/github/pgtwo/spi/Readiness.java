package io.github.pgtwo.spi;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits for a channel that does not block, for transports on the channels of the JDK. The selector takes descriptors,
 * and is opened only when there is a wait. One thread at a time; {@link #close} may come from any.
 */
public final class Readiness implements AutoCloseable {
    private final SelectableChannel channel;
    private final Lock opening = new ReentrantLock();
    private Optional<Selector> selector = Optional.empty();
    private boolean closed;

    /** Of this channel, which its owner closes first. */
    public Readiness(SelectableChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until the channel is ready for one of these operations.
     *
     * @param operations of {@link SelectionKey}
     * @param timeoutMillis zero for ever
     * @return those that it is ready for; 0 if the time is over
     * @throws ClosedByInterruptException if the thread was interrupted, and still is; the owner then closes the channel
     * @throws ClosedSelectorException if this was closed, before or during the call
     * @throws java.nio.channels.CancelledKeyException if the channel was closed
     */
    public int await(int operations, int timeoutMillis) throws IOException {
        return await(operations, timeoutMillis, true);
    }

    /** The same, but keeps interrupts for later: a selector does not wait in a thread that is interrupted. */
    public int awaitUninterruptibly(int operations, int timeoutMillis) throws IOException {
        return await(operations, timeoutMillis, false);
    }

    private int await(int operations, int timeoutMillis, boolean interruptible) throws IOException {
        SelectionKey key = register(operations);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        boolean interrupted = false;
        try {
            for (long rest = timeoutMillis; rest >= 0; rest = timeoutMillis == 0 ? 0 : millisUntil(end)) {
                if (key.selector().select(ready -> {}, rest) > 0) {
                    return key.readyOps();
                }
                interrupted |= Thread.interrupted();
                if (interrupted && interruptible) {
                    throw new ClosedByInterruptException();
                }
            }
            return 0;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** At least 1, as zero would be for ever; or less than 0 if it is over. */
    private static long millisUntil(long end) {
        long nanos = end - System.nanoTime();
        return nanos <= 0 ? -1 : nanos / 1_000_000 + 1;
    }

    private SelectionKey register(int operations) throws IOException {
        opening.lock();
        try {
            if (closed) {
                throw new ClosedSelectorException();
            }
            if (selector.isEmpty()) {
                selector = Optional.of(Selector.open());
            }
            return channel.register(selector.get(), operations);
        } finally {
            opening.unlock();
        }
    }

    /** Forgets the channel, so that it may be made to block; the next wait begins anew. */
    public void release() throws IOException {
        opening.lock();
        try {
            if (selector.isPresent() && !closed) {
                selector.get().keys().forEach(SelectionKey::cancel);
                selector.get().selectNow(); // only then is it forgotten
            }
        } finally {
            opening.unlock();
        }
    }

    /** Wakes who waits. Later calls do nothing. */
    @Override
    public void close() throws IOException {
        opening.lock();
        try {
            closed = true;
        } finally {
            opening.unlock();
        }
        if (selector.isPresent()) {
            selector.get().close();
        }
    }
}
