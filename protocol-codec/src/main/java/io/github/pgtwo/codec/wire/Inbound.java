package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.ByteSource;
import java.util.Arrays;

/**
 * Bytes that have arrived and are not yet consumed, contiguous in one array: a store of our own, or a chunk
 * that was lent.
 *
 * <p>In the store, room is made by moving the rest to the front when at least half of the array has been
 * consumed, and by growing otherwise, so each byte is moved a bounded number of times whatever the size of the
 * pieces. It grows with what has arrived, never to what was announced.
 *
 * <p>A lent chunk is read where it is. Only a message that lies across the seam between two chunks is put
 * together in the store; behind it, reading goes on in the chunk.
 */
public final class Inbound {
    private static final int SMALLEST = 8 << 10;
    private static final int LARGEST_READ = 64 << 10;
    private static final int LARGEST_KEPT = 1 << 20;
    private static final int STEP = 8;
    private static final int SMALLEST_PULL = 256;
    private static final int NO_SEAM = Integer.MAX_VALUE;

    private byte[] store = new byte[SMALLEST];
    private byte[] array = store;
    private int start;
    private int end;
    /** How many bytes of the stream lie before the array. */
    private long before;

    private int announced;

    private byte[] lent = store;
    private int lentFrom;
    private int lentAt;
    private int lentEnd;
    private int seam = NO_SEAM;

    /** Where the bytes are; valid until more are received or pulled. */
    public byte[] array() {
        return array;
    }

    /** Where in the array the first unconsumed byte is. */
    public int start() {
        return start;
    }

    /** How many unconsumed bytes there are in the array. */
    public int length() {
        return end - start;
    }

    /** How many unconsumed bytes there are, including those that {@link #pull} would bring. */
    public int buffered() {
        return end - start + lentEnd - lentAt;
    }

    /** How many bytes of the stream have been consumed. */
    public long consumed() {
        return before + start;
    }

    /** Whether the array never changes, so that its bytes may be kept without a copy. */
    public boolean lasting() {
        return array != store;
    }

    /** Drops bytes from the front. */
    public void consume(int count) {
        start += count;
        if (start >= seam) {
            crossSeam();
        }
    }

    /** Reading goes on in the lent chunk, behind what was pulled from it. */
    private void crossSeam() {
        moveStart(lentFrom + start - seam);
        end = lentEnd;
        array = lent;
        lentAt = lentEnd;
        seam = NO_SEAM;
        shrink();
    }

    /** Drops everything. */
    void drop() {
        before += lentEnd - lentAt;
        lentAt = lentEnd;
        seam = NO_SEAM;
        consume(end - start);
        restart();
    }

    /** Brings so many bytes together in the array, if so many have arrived. */
    boolean has(int count) {
        while (length() < count && pull()) {
            // until there are enough
        }
        return length() >= count;
    }

    /** Takes a chunk that nobody will change, without copying it. */
    public void lend(byte[] chunk, int offset, int count) {
        pullAll();
        lent = chunk;
        lentFrom = offset;
        lentAt = offset;
        lentEnd = offset + count;
        seam = end;
        consume(0);
    }

    /** Brings more of a lent chunk into the store; false if there is none. */
    public boolean pull() {
        int count = Math.min(lentEnd - lentAt, Math.max(length(), SMALLEST_PULL));
        if (count > 0) {
            seam -= start;
            makeRoom(count);
            seam += start;
            System.arraycopy(lent, lentAt, array, end, count);
            end += count;
            lentAt += count;
        }
        return count > 0;
    }

    private void pullAll() {
        while (pull()) {
            // until nothing waits
        }
        seam = NO_SEAM;
    }

    /** Copies bytes in. */
    public void append(byte[] from, int offset, int count) {
        pullAll();
        makeRoom(count);
        System.arraycopy(from, offset, array, end, count);
        end += count;
    }

    /** Lets the source fill the free room; returns what it returned. */
    public <X extends Exception> int fillFrom(ByteSource<X> source) throws X {
        pullAll();
        makeRoomToRead();
        int room = array.length - end;
        int count = source.read(array, end, room);
        if (count > 0) {
            end += count;
            growForStream(count == room);
        }
        return count;
    }

    /** A source that filled the room has more to give: larger reads mean fewer calls. */
    private void growForStream(boolean filled) {
        if (filled && array.length < LARGEST_READ) {
            resize(2L * array.length);
        }
    }

    /** Says how many bytes, counted from the first unconsumed one, the message there is known to need. */
    void announce(int total) {
        announced = total;
    }

    /** A large read saves others; what is moved for it is never more than what was consumed since the last time. */
    private void makeRoomToRead() {
        boolean cramped = array == store && array.length - end < array.length / 2;
        if (cramped && start > length()) {
            resize(store.length);
        }
        makeRoom(1);
    }

    private void makeRoom(int count) {
        if (start == end) {
            restart();
        }
        if (array == store && count <= array.length - end) {
            return;
        }
        long needed = (long) length() + count;
        if (needed <= store.length && (array != store || start >= store.length / 2)) {
            resize(store.length);
        } else {
            resize(grown(needed));
        }
    }

    private void restart() {
        shrink();
        array = store;
        moveStart(0);
        end = 0;
    }

    private void moveStart(int to) {
        before += start - to;
        start = to;
    }

    private void shrink() {
        if (store.length > LARGEST_KEPT) {
            store = new byte[LARGEST_READ];
        }
    }

    /**
     * The next bytes, in an array that begins with them: a copy, or the store itself where they are long and
     * most of it. They are to be consumed before anything else is done.
     */
    byte[] detach(int count) {
        if (start > 0 || lasting() || count < LARGEST_KEPT || count < store.length / 2) {
            return Arrays.copyOfRange(array, start, start + count);
        }
        byte[] detached = store;
        store = Arrays.copyOfRange(detached, count, Math.max(end, count + SMALLEST));
        array = store;
        moveStart(-count);
        end -= count;
        seam -= count;
        return detached;
    }

    /** Twice of what is needed; for a long message whose end is known, an eighth of its size or all of it. */
    private long grown(long needed) {
        long capacity = announced + (long) LARGEST_READ;
        if (needed < LARGEST_KEPT || needed > capacity) {
            return 2 * needed;
        }
        while (capacity / STEP >= needed) {
            capacity /= STEP;
        }
        return capacity;
    }

    private void resize(long capacity) {
        int size = (int) Math.max(store.length, Math.min(capacity, Integer.MAX_VALUE - 8L));
        byte[] target = size == store.length ? store : new byte[size];
        System.arraycopy(array, start, target, 0, length());
        end -= start;
        moveStart(0);
        store = target;
        array = target;
    }
}
