package io.github.pgtwo.codec.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds a byte, eight at a time. */
public final class ByteSearch {
    private static final VarHandle INT64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private ByteSearch() {}

    /** The index of the first such byte within from (inclusive) and to (exclusive), or {@code to}. */
    public static int indexOf(byte[] array, int from, int to, int wanted) {
        long pattern = ONES * (wanted & 0xff);
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long difference = (long) INT64.get(array, at) ^ pattern;
            long zeros = difference - ONES & ~difference & TOPS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (at < to && array[at] != (byte) wanted) {
            at++;
        }
        return at;
    }

    /**
     * The index of the first such pair of bytes that lies wholly within from (inclusive) and to (exclusive), or
     * {@code to}.
     */
    public static int indexOfPair(byte[] array, int from, int to, int first, int second) {
        long firsts = ONES * (first & 0xff);
        long seconds = ONES * (second & 0xff);
        int at = from;
        for (; at < to - Long.BYTES; at += Long.BYTES) {
            long difference = ((long) INT64.get(array, at) ^ firsts) | ((long) INT64.get(array, at + 1) ^ seconds);
            long zeros = difference - ONES & ~difference & TOPS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (at < to - 1 && (array[at] != (byte) first || array[at + 1] != (byte) second)) {
            at++;
        }
        return at < to - 1 ? at : to;
    }
}
