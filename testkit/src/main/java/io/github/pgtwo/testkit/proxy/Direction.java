package io.github.pgtwo.testkit.proxy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One direction of a {@link FaultProxy}. Each command holds from now on, for bytes that are not through yet; the last
 * one that names a byte replaces the one before. Thread-safe.
 */
public final class Direction {
    private static final long NEVER = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Duration delay = Duration.ZERO;
    private int piece = Integer.MAX_VALUE;
    private boolean stalled;
    private long left = NEVER;
    private Fault fault = Fault.NONE;

    /** What happens at a byte. */
    enum Fault {
        NONE,
        CUT,
        RESET,
        STALL,
        DROP
    }

    /** What to do with bytes that have come: hand on some, lose some, and what then. */
    record Turn(int handedOn, int lost, Fault then) {}

    Direction() {}

    /** Waits so long before each piece is handed on; zero for no longer. */
    public void delay(Duration time) {
        change(() -> delay = time);
    }

    /** Hands on one byte in each segment, as far as TCP allows. */
    public void fragment() {
        change(() -> piece = 1);
    }

    /** Hands on nothing until {@link #resume}; what comes waits, and in the end so does who sends it. */
    public void stall() {
        change(() -> stalled = true);
    }

    /** Hands on everything, at once and whole: ends all other commands. */
    public void resume() {
        change(() -> {
            delay = Duration.ZERO;
            piece = Integer.MAX_VALUE;
            stalled = false;
            left = NEVER;
        });
    }

    /** Closes one connection in good order, on both sides, behind so many more bytes; 0: in front of the next one. */
    public void cutAfter(long bytes) {
        at(bytes, Fault.CUT);
    }

    /** Breaks one connection, on both sides, behind so many more bytes; 0: in front of the next one. */
    public void resetAfter(long bytes) {
        at(bytes, Fault.RESET);
    }

    /** Stalls behind so many more bytes, until {@link #resume}. */
    public void stallAfter(long bytes) {
        at(bytes, Fault.STALL);
    }

    /** Loses everything behind so many more bytes, while the connection stays open. */
    public void truncateAfter(long bytes) {
        at(bytes, Fault.DROP);
    }

    private void at(long bytes, Fault what) {
        if (bytes < 0) {
            throw new IllegalArgumentException("after " + bytes + " bytes");
        }
        change(() -> {
            left = bytes;
            fault = what;
        });
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

    /** Waits until something may be done with the bytes that have come, and says what. */
    Turn next(int waiting) throws InterruptedException {
        lock.lock();
        try {
            pause();
            while (stalled || (left == 0 && fault == Fault.STALL)) {
                changed.await();
            }
            if (left == 0 && fault == Fault.DROP) {
                return new Turn(0, waiting, Fault.NONE);
            }
            int count = (int) Math.min(Math.min(waiting, piece), left);
            return new Turn(count, 0, faultBehind(count));
        } finally {
            lock.unlock();
        }
    }

    /** Connections break once, and the next one is whole. */
    private Fault faultBehind(int count) {
        if (left == NEVER) {
            return Fault.NONE;
        }
        left -= count;
        if (left > 0 || fault == Fault.STALL || fault == Fault.DROP) {
            return Fault.NONE;
        }
        left = NEVER;
        return fault;
    }

    private void pause() throws InterruptedException {
        long nanos = delay.toNanos();
        long begin = System.nanoTime();
        while (nanos > 0) {
            changed.await(nanos, TimeUnit.NANOSECONDS);
            nanos = delay.toNanos() - (System.nanoTime() - begin);
        }
    }
}
