package io.github.pgtwo.client.session;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.wire.Wire;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to talk to the server: that of one thread at a time, between {@link Session#alone} and {@link #close},
 * and of one user, until its answer is over.
 */
public final class Turn implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String holder;
    private volatile boolean over;

    /** Waits until no other thread talks to the server, and keeps them from it. */
    Turn alone() {
        lock.lock();
        return this;
    }

    /** Lets other threads talk to the server. */
    @Override
    public void close() {
        lock.unlock();
    }

    /** Refuses whoever wants it while somebody has it. */
    void checkFree() {
        if (over) {
            throw new PgUsageException("the connection has been closed");
        }
        if (holder != null) {
            throw new PgUsageException(holder + " is still open on this connection: read it to its end or close it");
        }
    }

    /** It is this user's. */
    void take(String user) {
        holder = user;
    }

    /** It is nobody's. */
    void release() {
        holder = null;
    }

    /** Nobody gets it any more; says good-bye if nobody has it. */
    void end(Wire wire) {
        over = true;
        if (lock.tryLock()) {
            try {
                if (holder == null) {
                    wire.terminate();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    boolean isOver() {
        return over;
    }
}
