package io.github.pgtwo.transport.unix;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Waits for one direction of a channel. The selector takes descriptors, and is opened only when there is a wait. */
final class Readiness implements AutoCloseable {
    private final SocketChannel channel;
    private final int operation;
    private final Lock opening = new ReentrantLock();
    private Optional<Selector> selector = Optional.empty();
    private boolean closed;

    Readiness(SocketChannel channel, int operation) {
        this.channel = channel;
        this.operation = operation;
    }

    /**
     * Whether the channel became ready in time. Interrupts are kept for later: a selector does not wait in a thread
     * that is interrupted.
     *
     * @param timeoutMillis zero for ever
     * @throws ClosedSelectorException if this was closed, before or during the call
     */
    boolean await(int timeoutMillis) throws IOException {
        Selector waiting = selector();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        boolean interrupted = Thread.interrupted();
        try {
            long rest = timeoutMillis;
            while (waiting.select(key -> {}, rest) == 0) {
                interrupted |= Thread.interrupted();
                rest = timeoutMillis == 0 ? 0 : millisUntil(end);
                if (rest < 0) {
                    return false;
                }
            }
            return true;
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

    private Selector selector() throws IOException {
        opening.lock();
        try {
            if (closed) {
                throw new ClosedSelectorException();
            }
            if (selector.isEmpty()) {
                selector = Optional.of(open());
            }
            return selector.get();
        } finally {
            opening.unlock();
        }
    }

    private Selector open() throws IOException {
        Selector opened = Selector.open();
        try {
            channel.register(opened, operation);
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

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
