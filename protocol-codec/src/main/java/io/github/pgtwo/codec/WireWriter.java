package io.github.pgtwo.codec;

import io.github.pgtwo.codec.memory.BigEndian;
import java.util.Arrays;

/**
 * Bytes to be sent, appended one field after the other (section 2). Integers are big-endian. Reuse one writer
 * for a connection: it grows to the largest usual batch and then allocates no more. Not thread-safe.
 */
public final class WireWriter {
    private static final int LARGEST_KEPT = 1 << 20;
    private static final byte[] NOTHING = {};

    private byte[] array;
    private int length;

    /** A writer with room for a small batch. */
    public WireWriter() {
        this(512);
    }

    /** A writer with room for so many bytes; more room is taken when it is needed. */
    public WireWriter(int capacity) {
        array = new byte[capacity];
    }

    /** How many bytes wait. */
    public int length() {
        return length;
    }

    /** Makes room for so many more bytes in one step. */
    public WireWriter reserve(int bytes) {
        int needed = Math.addExact(length, bytes);
        if (needed > array.length) {
            array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * array.length)));
        }
        return this;
    }

    /** Appends a Byte1. */
    public WireWriter int8(int value) {
        reserve(1);
        array[length++] = (byte) value;
        return this;
    }

    /** Appends an Int16. */
    public WireWriter int16(int value) {
        reserve(2);
        BigEndian.putInt16(array, length, value);
        length += 2;
        return this;
    }

    /** Appends an Int32. */
    public WireWriter int32(int value) {
        reserve(4);
        BigEndian.putInt32(array, length, value);
        length += 4;
        return this;
    }

    /** Appends bytes as they are. */
    public WireWriter bytes(Bytes bytes) {
        reserve(bytes.length());
        bytes.copyTo(array, length);
        length += bytes.length();
        return this;
    }

    /** Appends a String: the bytes and a NUL. The text holds no NUL, as its message has made sure. */
    public WireWriter string(Bytes text) {
        return bytes(text).int8(0);
    }

    /** Appends a LimString: the bytes, then NULs up to the size. */
    public WireWriter limString(Bytes text, int size) {
        int end = length + size;
        reserve(size).bytes(text);
        Arrays.fill(array, length, end, (byte) 0);
        length = end;
        return this;
    }

    /** Gives away what waits, without a copy, and starts anew. */
    public Bytes take() {
        Bytes taken = Bytes.wrap(array, 0, length);
        array = NOTHING;
        length = 0;
        return taken;
    }

    /** Hands everything that waits to the sink in one call, and is empty afterwards. */
    public <X extends Exception> void drainTo(ByteSink<X> sink) throws X {
        sink.write(array, 0, length);
        length = 0;
        if (array.length > LARGEST_KEPT) {
            array = new byte[LARGEST_KEPT];
        }
    }

    /** Forgets what waits and overwrites the whole store; for use after a secret. */
    public void wipe() {
        Arrays.fill(array, (byte) 0);
        length = 0;
    }
}
