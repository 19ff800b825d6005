package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.ByteReader;
import io.github.pgtwo.codec.Bytes;

/**
 * Integers straight from their bytes, without an object in between: {@code row.getLong} is this. Throws {@link
 * ValueException} for anything else, and for what is out of range.
 */
public final class Integers {
    /** Reads decimal digits: integers as servers write them in text, {@code row.read(0, Integers.TEXT)}. */
    public static final ByteReader TEXT = Integers::parse;

    private static final int SAFE_DIGITS = 18;
    private static final int DECIMAL = 10;
    private static final long MAX_UNSIGNED = 0xffffffffL;
    private static final int[] SIGNED_OIDS = {21, 23, 20};
    private static final int[] UNSIGNED_OIDS = {26, 28, 29};

    private Integers() {}

    /**
     * The reader of integers of any size in this format: decimal digits, or the binary form of the types int2, int4,
     * int8, oid, xid and cid, of which the last three are unsigned.
     */
    public static ByteReader reader(ValueFormat format) {
        if (!format.binary()) {
            return TEXT;
        }
        if (contains(SIGNED_OIDS, format.oid())) {
            return Binary.signed(format);
        }
        if (contains(UNSIGNED_OIDS, format.oid())) {
            return Binary.unsigned(format);
        }
        throw new ValueException(
                "is binary, of the type with OID " + Integer.toUnsignedString(format.oid()) + ", no integer");
    }

    private static boolean contains(int[] all, int oid) {
        return all[0] == oid || all[1] == oid || all[2] == oid;
    }

    private static long parse(byte[] from, int offset, int length) {
        boolean negative = length > 0 && from[offset] == '-';
        long number = Digits.read(from, offset + length, negative ? length - 1 : length);
        if (number == Digits.NONE) {
            return parseEach(from, offset, length);
        }
        return negative ? -number : number;
    }

    /** Digits, with a minus sign in front if it is negative; counted downwards, as there is one more number there. */
    private static long parseEach(byte[] from, int offset, int length) {
        int end = offset + length;
        boolean negative = length > 0 && from[offset] == '-';
        int at = negative ? offset + 1 : offset;
        if (at == end || end - at > SAFE_DIGITS + 1) {
            throw new ValueException("is no integer of at most 64 bits");
        }
        long value = 0;
        for (; at < end; at++) {
            int digit = from[at] - '0';
            if (digit < 0 || digit >= DECIMAL) {
                throw new ValueException("is no integer");
            }
            value = value * DECIMAL - digit;
        }
        if (value > 0 || (!negative && value == Long.MIN_VALUE)) {
            throw outOfRange();
        }
        return negative ? value : -value;
    }

    /** The number, if it is an {@code int}. */
    public static int toInt(long number) {
        if (number != (int) number) {
            throw outOfRange();
        }
        return (int) number;
    }

    static ValueException outOfRange() {
        return new ValueException("is out of range");
    }

    static long text(Bytes value) {
        return value.read(TEXT);
    }

    static short shortText(Bytes value) {
        long number = text(value);
        if (number != (short) number) {
            throw outOfRange();
        }
        return (short) number;
    }

    static long unsignedText(Bytes value) {
        long number = text(value);
        if (number < 0 || number > MAX_UNSIGNED) {
            throw outOfRange();
        }
        return number;
    }
}
