package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.memory.BigEndian;

/**
 * Walks rows: tag, a bitmap of the columns that are not NULL, then each value behind its Int32 length. Apart
 * from {@link FrameScanner} because this is where most of the time goes.
 */
public final class RowScanner {
    /** The row's end has not arrived. */
    public static final int NOT_YET = -1;

    private static final int NONE = -1;

    private final FrameScanner frame;
    private final int valueLimit;
    private final int messageLimit;
    private final int lowestLimit;
    private int columns = NONE;
    private int bitmapEnd;
    private int[] ends = {};
    private int column;
    private int position;
    private long work;

    RowScanner(FrameScanner frame, ProtocolLimits limits) {
        this.frame = frame;
        valueLimit = limits.get(Limit.VALUE);
        messageLimit = limits.get(Limit.MESSAGE);
        lowestLimit = Math.min(valueLimit, messageLimit);
    }

    /** Sets how many columns the rows to come have. */
    public void columns(int count) {
        columns = count;
        bitmapEnd = RowFormat.bitmapEnd(count);
        if (ends.length != count) {
            ends = new int[count];
        }
    }

    /** How many columns a row has. */
    public int columns() {
        return columns;
    }

    /** Forgets the columns: rows are illegal until the next RowDescription. */
    public void noColumns() {
        columns = NONE;
    }

    /**
     * Where each value ends, counted from the row's tag; of a NULL the complement of the end before it. Valid
     * until the next row.
     */
    public int[] ends() {
        return ends;
    }

    /** {@link RowFormat#bitmapEnd} of the rows to come. */
    public int bitmapEnd() {
        return bitmapEnd;
    }

    /** A copy of them. */
    public int[] copyEnds() {
        return ends.clone();
    }

    /** How far the row has been walked; announced bytes count even if they have not arrived. */
    public int position() {
        return position;
    }

    /** How many bytes have been looked at; values are passed over. */
    long work() {
        return work;
    }

    void begin() {
        column = NONE;
        position = 1;
    }

    /**
     * Walks on.
     *
     * @param lengthBias what the lengths count beside the value's own bytes
     * @return the length of the row, or {@link #NOT_YET} if its end has not arrived
     */
    int walk(byte[] array, int start, int available, int lengthBias) {
        if (column == NONE && !bitmap(available)) {
            return NOT_YET;
        }
        int to;
        do {
            to = Math.min(columns, (column & -Byte.SIZE) + Integer.SIZE);
            if (!roomy(available) || !here(array, start, available, lengthBias, to)) {
                anywhere(array, start, available, lengthBias, to);
            }
        } while (column == to && to < columns);
        return column == columns && position <= available ? position : NOT_YET;
    }

    /** Whether no value that has arrived can be too long, and there are bytes for two lengths. */
    private boolean roomy(int available) {
        return available <= lowestLimit && available - position >= 2 * Integer.BYTES;
    }

    /**
     * Walks on to a column, not beyond those whose bits fit into an int, over values that have arrived and have
     * others behind them: that needs one check a value. What decides about speed besides is how few steps lie
     * between one length and the place of the next.
     *
     * @return whether the column was reached
     */
    private boolean here(byte[] array, int start, int available, int lengthBias, int to) {
        int next = column;
        int at = start + position;
        int last = start + available - 2 * Integer.BYTES;
        int[] marks = ends;
        int step = Integer.BYTES - lengthBias;
        int allBits = bits(array, start + 1, next);
        for (int bits = allBits; next < to; next++, bits <<= 1) {
            if (bits >= 0) {
                marks[next] = ~(at - start);
                continue;
            }
            int length = BigEndian.int32(array, at);
            int size = length - lengthBias;
            if ((size | (last - at - size)) < 0) {
                break;
            }
            at = at + step + length;
            marks[next] = at - start;
        }
        walked(next, at - start, allBits);
        return next == to;
    }

    /** The same over values of which nothing is known. */
    private void anywhere(byte[] array, int start, int available, int lengthBias, int to) {
        int next = column;
        int at = position;
        int allBits = bits(array, start + 1, next);
        for (int bits = allBits; next < to; next++, bits <<= 1) {
            if (bits >= 0) {
                ends[next] = ~at;
                continue;
            }
            if (available - at < Integer.BYTES) {
                break;
            }
            int length = BigEndian.int32(array, start + at);
            checkLength(next, at, length, lengthBias);
            at += length + Integer.BYTES - lengthBias;
            ends[next] = at;
        }
        walked(next, at, allBits);
    }

    /** Keeps the place; the bits are those from the column on where it was before. */
    private void walked(int next, int at, int bits) {
        long passed = 0xffffffff00000000L >>> (next - column);
        work += Integer.bitCount(bits & (int) passed) * (long) Integer.BYTES;
        column = next;
        position = at;
    }

    /** How many columns a row has that may come now. */
    int knownColumns() {
        if (columns == NONE) {
            throw frame.malformed("", 0, "no RowDescription is in force");
        }
        return columns;
    }

    private boolean bitmap(int available) {
        knownColumns();
        if (available < bitmapEnd) {
            return false;
        }
        work += bitmapEnd - position;
        position = bitmapEnd;
        column = 0;
        return true;
    }

    /** The bits of some columns, the next one's where it is the sign. */
    private static int bits(byte[] array, int bitmap, int next) {
        int at = bitmap + next / Byte.SIZE;
        int bits = at <= array.length - Integer.BYTES ? BigEndian.int32(array, at) : lastBits(array, at);
        return bits << next % Byte.SIZE;
    }

    private static int lastBits(byte[] array, int from) {
        int bits = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            bits = bits << Byte.SIZE | (from + i < array.length ? array[from + i] & 0xff : 0);
        }
        return bits;
    }

    private void checkLength(int index, int at, int length, int bias) {
        int size = length - bias;
        if (Integer.compareUnsigned(size, valueLimit) > 0 || size > messageLimit - at - Integer.BYTES) {
            throw refuse(index, at, length, bias);
        }
    }

    private RuntimeException refuse(int index, int at, int length, int bias) {
        String field = "value of column " + index;
        if (length < bias) {
            return frame.malformed(field, at, "its length of " + length + " is below " + bias);
        }
        if (length - bias > valueLimit) {
            return frame.malformed(
                    field, at, "its length of " + length + " exceeds the limit of " + valueLimit + " bytes");
        }
        return frame.tooLong(field, at);
    }
}
