package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.ByteReader;
import io.github.pgtwo.codec.Bytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in binary form (section 12.4), at the server's byte order. */
final class Binary {
    private static final long MASK = 0xffffffffL;
    private static final ByteReader BIG = new Signed(ByteOrder.BIG_ENDIAN);
    private static final ByteReader LITTLE = new Signed(ByteOrder.LITTLE_ENDIAN);

    private static final ByteReader BIG_UNSIGNED = (from, offset, length) -> BIG.read(from, offset, length) & MASK;
    private static final ByteReader LITTLE_UNSIGNED =
            (from, offset, length) -> LITTLE.read(from, offset, length) & MASK;

    private Binary() {}

    /** For a signed number of two, four or eight bytes. */
    static ByteReader signed(ValueFormat format) {
        return format.littleEndian() ? LITTLE : BIG;
    }

    /** For an unsigned number of four bytes. */
    static ByteReader unsigned(ValueFormat format) {
        return format.littleEndian() ? LITTLE_UNSIGNED : BIG_UNSIGNED;
    }

    static short int16(Bytes value, int at, ValueFormat format) {
        return (short) value.slice(at, at + Short.BYTES).read(signed(format));
    }

    static int int32(Bytes value, int at, ValueFormat format) {
        return (int) value.slice(at, at + Integer.BYTES).read(signed(format));
    }

    static long int64(Bytes value, int at, ValueFormat format) {
        return value.slice(at, at + Long.BYTES).read(signed(format));
    }

    static double float64(Bytes value, int at, ValueFormat format) {
        return Double.longBitsToDouble(int64(value, at, format));
    }

    /** The value, if it has this many bytes. */
    static Bytes sized(Bytes value, int length) {
        if (value.length() != length) {
            throw new ValueException("has " + value.length() + " bytes instead of " + length);
        }
        return value;
    }

    /** Refuses what servers up to 7.3 send as it lies in their memory, in a layout that differs from one to another. */
    static void refuseOpaque(ValueFormat format) {
        if (format.hostOrder()) {
            throw new ValueException("is binary, in a layout of this release that is not read: ask for text");
        }
    }

    private static final class Signed implements ByteReader {
        private final VarHandle shorts;
        private final VarHandle ints;
        private final VarHandle longs;

        Signed(ByteOrder order) {
            shorts = MethodHandles.byteArrayViewVarHandle(short[].class, order);
            ints = MethodHandles.byteArrayViewVarHandle(int[].class, order);
            longs = MethodHandles.byteArrayViewVarHandle(long[].class, order);
        }

        @Override
        public long read(byte[] from, int offset, int length) {
            return switch (length) {
                case Short.BYTES -> (short) shorts.get(from, offset);
                case Integer.BYTES -> (int) ints.get(from, offset);
                case Long.BYTES -> (long) longs.get(from, offset);
                default -> throw new ValueException("has " + length + " bytes, which no integer has");
            };
        }
    }
}
