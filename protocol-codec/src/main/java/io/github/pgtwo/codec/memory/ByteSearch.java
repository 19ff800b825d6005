package io.github.pgtwo.codec.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds a byte, eight at a time. */
public final class ByteSearch {
    private static final VarHandle INT64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    /** Most texts end within so many bytes, for which blocks do not pay. */
    private static final int NEAR = 64;

    private static final int BLOCK = 32 * Long.BYTES;

    private ByteSearch() {}

    /** The index of the first such byte within from (inclusive) and to (exclusive), or {@code to}. */
    public static int indexOf(byte[] array, int from, int to, int wanted) {
        long pattern = ONES * (wanted & 0xff);
        int near = to - from > NEAR ? from + NEAR : to;
        int at = indexOf(array, from, near, pattern, (byte) wanted);
        return at < near || near == to ? at : far(array, near, to, pattern, (byte) wanted);
    }

    private static int indexOf(byte[] array, int from, int to, long pattern, byte wanted) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long zeros = zeros(array, at, pattern);
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (at < to && array[at] != wanted) {
            at++;
        }
        return at;
    }

    /**
     * The same, passing over blocks that lack the byte, which takes half of the time. The code is longer than what HotSpot
     * inlines (325 bytes), so that it is always compiled on its own: deep down in its callers only the outer half of each
     * VarHandle would be inlined, and searching would take up to five times as long.
     */
    private static int far(byte[] array, int from, int to, long pattern, byte wanted) {
        int at = from;
        for (; at <= to - BLOCK; at += BLOCK) {
            long zeros = zeros(array, at, pattern) | zeros(array, at + 8, pattern) | zeros(array, at + 16, pattern);
            zeros |= zeros(array, at + 24, pattern) | zeros(array, at + 32, pattern) | zeros(array, at + 40, pattern);
            zeros |= zeros(array, at + 48, pattern) | zeros(array, at + 56, pattern) | zeros(array, at + 64, pattern);
            zeros |= zeros(array, at + 72, pattern) | zeros(array, at + 80, pattern) | zeros(array, at + 88, pattern);
            zeros |= zeros(array, at + 96, pattern) | zeros(array, at + 104, pattern) | zeros(array, at + 112, pattern);
            zeros |=
                    zeros(array, at + 120, pattern) | zeros(array, at + 128, pattern) | zeros(array, at + 136, pattern);
            zeros |=
                    zeros(array, at + 144, pattern) | zeros(array, at + 152, pattern) | zeros(array, at + 160, pattern);
            zeros |=
                    zeros(array, at + 168, pattern) | zeros(array, at + 176, pattern) | zeros(array, at + 184, pattern);
            zeros |=
                    zeros(array, at + 192, pattern) | zeros(array, at + 200, pattern) | zeros(array, at + 208, pattern);
            zeros |=
                    zeros(array, at + 216, pattern) | zeros(array, at + 224, pattern) | zeros(array, at + 232, pattern);
            zeros |= zeros(array, at + 240, pattern) | zeros(array, at + 248, pattern);
            if (zeros != 0) {
                break;
            }
        }
        return indexOf(array, at, to, pattern, wanted);
    }

    /** Not 0 if one of eight bytes is that of the pattern; the lowest bit that is set then is in the first such byte. */
    private static long zeros(byte[] array, int at, long pattern) {
        long difference = (long) INT64.get(array, at) ^ pattern;
        return difference - ONES & ~difference & TOPS;
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
