package io.github.pgtwo.testkit.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One direction of a connection: a ring of bytes with room for a few. */
final class MemoryPipe {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[64 * 1024];
    private long written;
    private long taken;
    private boolean ended;
    private boolean broken;

    /** Zero nanoseconds wait for ever. */
    int read(byte[] into, int offset, int length, long timeoutNanos) throws IOException {
        lock.lock();
        try {
            waitForBytes(timeoutNanos);
            int count = (int) Math.min(length, written - taken);
            for (int i = 0; i < count; i++) {
                into[offset + i] = ring[(int) (taken++ % ring.length)];
            }
            changed.signalAll();
            return count == 0 ? -1 : count;
        } finally {
            lock.unlock();
        }
    }

    void write(byte[] from, int offset, int length) throws IOException {
        lock.lock();
        try {
            for (int next = offset; next < offset + length; ) {
                waitForRoom();
                int count = (int) Math.min(offset + length - next, ring.length - (written - taken));
                for (int i = 0; i < count; i++) {
                    ring[(int) (written++ % ring.length)] = from[next++];
                }
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** No more bytes will be written. */
    void end() {
        change(() -> ended = true);
    }

    /** No more bytes can be read or written. */
    void breakOff() {
        change(() -> broken = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void waitForBytes(long timeoutNanos) throws IOException {
        long left = timeoutNanos == 0 ? Long.MAX_VALUE : timeoutNanos;
        try {
            while (written == taken && !ended && !broken) {
                if (left <= 0) {
                    throw new SocketTimeoutException("no bytes");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (broken) {
            throw new IOException("broken pipe");
        }
    }

    private void waitForRoom() throws IOException {
        while (written - taken == ring.length && !ended && !broken) {
            changed.awaitUninterruptibly();
        }
        if (ended || broken) {
            throw new IOException("broken pipe");
        }
    }
}
