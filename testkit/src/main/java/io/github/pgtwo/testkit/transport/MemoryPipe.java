package io.github.pgtwo.testkit.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One direction of a connection: a ring of bytes with room for a few. */
final class MemoryPipe {
    private final ReentrantLock lock;
    private final Condition changed;
    private final byte[] ring = new byte[64 * 1024];
    private long written;
    private long taken;
    private boolean ended;
    private boolean broken;
    private boolean endRead;

    MemoryPipe() {
        lock = new ReentrantLock();
        changed = lock.newCondition();
    }

    /** For the other direction: somebody may wait for both of them. */
    MemoryPipe(MemoryPipe other) {
        lock = other.lock;
        changed = other.changed;
    }

    /** Zero nanoseconds wait for ever. */
    int read(byte[] into, int offset, int length, long timeoutNanos) throws IOException {
        lock.lock();
        try {
            waitForBytes(timeoutNanos);
            int count = upToTheEdge(taken, Math.min(length, written - taken));
            System.arraycopy(ring, indexOf(taken), into, offset, count);
            taken += count;
            changed.signalAll();
            endRead = count == 0;
            return endRead ? -1 : count;
        } finally {
            lock.unlock();
        }
    }

    void write(byte[] from, int offset, int length) throws IOException {
        lock.lock();
        try {
            for (int next = offset; next < offset + length; ) {
                while (isFull()) {
                    changed.awaitUninterruptibly();
                }
                next += put(from, next, offset + length - next);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for room, or for something to read from the other direction, and says whether there is that. */
    boolean awaitRoomOr(MemoryPipe other) {
        lock.lock();
        try {
            while (isFull() && !other.isReadable()) {
                changed.awaitUninterruptibly();
            }
            return other.isReadable();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what there is room for, and returns how much. */
    int writeSome(byte[] from, int offset, int length) throws IOException {
        lock.lock();
        try {
            return put(from, offset, length);
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return written - taken == ring.length && !ended && !broken;
    }

    /** Whether a read would not wait, and would tell something new. */
    private boolean isReadable() {
        return written > taken || ((ended || broken) && !endRead);
    }

    private int put(byte[] from, int offset, int length) throws IOException {
        if (ended || broken) {
            throw new IOException("broken pipe");
        }
        int count = upToTheEdge(written, Math.min(length, ring.length - (written - taken)));
        System.arraycopy(from, offset, ring, indexOf(written), count);
        written += count;
        changed.signalAll();
        return count;
    }

    private int indexOf(long position) {
        return (int) (position % ring.length);
    }

    private int upToTheEdge(long position, long count) {
        return (int) Math.min(count, ring.length - indexOf(position));
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
}
