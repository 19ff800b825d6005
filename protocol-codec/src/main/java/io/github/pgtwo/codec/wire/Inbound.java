package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.ByteSource;

/**
 * Bytes that have arrived and are not yet consumed, contiguous in one array.
 *
 * <p>Room is made by moving the rest to the front when at least half of the array has been consumed, and by
 * growing otherwise, so each byte is moved a bounded number of times whatever the size of the pieces. The
 * array grows with what has arrived, never with what was announced.
 */
public final class Inbound {
    private static final int SMALLEST = 8 << 10;
    private static final int LARGEST_READ = 64 << 10;
    private static final int LARGEST_KEPT = 1 << 20;

    private byte[] array = new byte[SMALLEST];
    private int start;
    private int end;
    private long consumed;

    /** The store; valid until more bytes are received. */
    public byte[] array() {
        return array;
    }

    /** Where in the store the first unconsumed byte is. */
    public int start() {
        return start;
    }

    /** How many unconsumed bytes there are. */
    public int length() {
        return end - start;
    }

    /** How many bytes of the stream have been consumed. */
    public long consumed() {
        return consumed;
    }

    /** Drops bytes from the front. */
    public void consume(int count) {
        start += count;
        consumed += count;
    }

    /** Copies bytes in. */
    public void append(byte[] from, int offset, int count) {
        makeRoom(count);
        System.arraycopy(from, offset, array, end, count);
        end += count;
    }

    /** Lets the source fill the free room; returns what it returned. */
    public <X extends Exception> int fillFrom(ByteSource<X> source) throws X {
        makeRoom(1);
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

    private void makeRoom(int count) {
        if (start == end) {
            restart();
        }
        if (count <= array.length - end) {
            return;
        }
        long needed = (long) length() + count;
        if (start >= array.length / 2 && needed <= array.length) {
            resize(array.length);
        } else {
            resize(Math.max(needed, 2L * length()));
        }
    }

    private void restart() {
        start = 0;
        end = 0;
        if (array.length > LARGEST_KEPT) {
            array = new byte[LARGEST_READ];
        }
    }

    private void resize(long capacity) {
        int size = (int) Math.max(array.length, Math.min(capacity, Integer.MAX_VALUE - 8L));
        byte[] target = size == array.length ? array : new byte[size];
        System.arraycopy(array, start, target, 0, length());
        end -= start;
        start = 0;
        array = target;
    }
}
