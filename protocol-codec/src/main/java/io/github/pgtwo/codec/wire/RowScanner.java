package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.memory.BigEndian;

/**
 * Walks rows: tag, a bitmap of the columns that are not NULL, then each value behind its Int32 length. Apart
 * from {@link FrameScanner} because this is where most of the time goes.
 */
public final class RowScanner {
    private static final int NONE = -1;

    private final FrameScanner frame;
    private final int valueLimit;
    private final int messageLimit;
    private int columns = NONE;
    private int[] ends = {};
    private int column;
    private int position;
    private long work;

    RowScanner(FrameScanner frame, ProtocolLimits limits) {
        this.frame = frame;
        valueLimit = limits.get(Limit.VALUE);
        messageLimit = limits.get(Limit.MESSAGE);
    }

    /** Sets how many columns the rows to come have. */
    public void columns(int count) {
        columns = count;
        if (ends.length < count) {
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

    /** The length of the row, once its end was found. */
    int position() {
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
     * @return whether the end of the row has arrived
     */
    boolean walk(byte[] array, int start, int available, int lengthBias) {
        if (column == NONE && !bitmap(available)) {
            return false;
        }
        int next = column;
        int at = position;
        int bits = start + 1;
        int lengths = 0;
        while (next < columns) {
            if ((array[bits + (next >> 3)] & 0x80 >> (next & 7)) == 0) {
                ends[next++] = ~at;
            } else if (available - at >= Integer.BYTES) {
                lengths++;
                at = endOfValue(next, at, BigEndian.int32(array, start + at), lengthBias);
                ends[next++] = at;
            } else {
                break;
            }
        }
        column = next;
        position = at;
        work += (long) lengths * Integer.BYTES;
        return next == columns && at <= available;
    }

    private boolean bitmap(int available) {
        if (columns == NONE) {
            throw frame.malformed("", 0, "no RowDescription is in force");
        }
        int end = 1 + (columns + 7) / 8;
        if (available < end) {
            return false;
        }
        work += end - position;
        position = end;
        column = 0;
        return true;
    }

    private int endOfValue(int index, int at, int length, int bias) {
        int size = length - bias;
        if (length < bias || size > valueLimit || size > messageLimit - at - Integer.BYTES) {
            throw refuse(index, at, length, bias);
        }
        return at + Integer.BYTES + size;
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
