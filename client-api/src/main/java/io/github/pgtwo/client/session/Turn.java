package io.github.pgtwo.client.session;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.wire.Wire;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whose turn it is to talk to the server: that of one thread at a time, and of one user, until its answer is over. */
final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String holder;
    private volatile boolean over;

    /** Does something while no other thread talks to the server. */
    <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
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
