package io.github.pgtwo.client.type;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Up to 16 decimal digits, eight at once in the bytes of one {@code long}: without a loop, whose end a processor would
 * have to guess.
 */
final class Digits {
    /** What is returned for bytes that are no digits. */
    static final long NONE = -1;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** Makes the high bit of each byte that is more than 9. */
    private static final long BEYOND_NINE = 0x7676767676767676L;

    private static final int TEN_TO_EIGHTH = 100_000_000;

    private Digits() {}

    /** The number that so many bytes in front of an index write; {@link #NONE} if they are not or this is not the way. */
    static long read(byte[] from, int end, int count) {
        if (count <= Long.BYTES) {
            return count > 0 && end >= Long.BYTES ? few(from, end, count) : NONE;
        }
        if (count > 2 * Long.BYTES || end < 2 * Long.BYTES) {
            return NONE;
        }
        long high = few(from, end - Long.BYTES, count - Long.BYTES);
        long low = few(from, end, Long.BYTES);
        return (high | low) < 0 ? NONE : high * TEN_TO_EIGHTH + low;
    }

    private static long few(byte[] from, int end, int count) {
        long word = (long) EIGHT.get(from, end - Long.BYTES);
        long digits = (word ^ ZEROS) & (-1L << (Long.SIZE - Byte.SIZE * count));
        if (((digits | (digits + BEYOND_NINE)) & HIGH_BITS) != 0) {
            return NONE;
        }
        // neighbours are joined: to four numbers of two digits, to two of four, to one
        long pairs = digits * 10 + (digits >>> 8);
        long first = (pairs & 0x000000ff000000ffL) * (100 + (1_000_000L << 32));
        long second = ((pairs >>> 16) & 0x000000ff000000ffL) * (1 + (10_000L << 32));
        return (first + second) >>> 32;
    }
}
