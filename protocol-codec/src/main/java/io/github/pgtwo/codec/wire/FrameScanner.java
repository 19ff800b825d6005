package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds the end of one message while its bytes arrive, and keeps its place in between: no byte is looked at
 * twice. Positions count from the message's first byte. On the way it marks where Strings and values end, so
 * that reading the fields need not search again.
 */
public final class FrameScanner {
    private static final VarHandle INT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int NO_COLUMNS = -1;

    private final ProtocolLimits limits;
    private final int valueLimit;
    private final int messageLimit;
    private byte[] array = {};
    private int start;
    private int available;
    private long offset;
    private String message = "";
    private int position;
    private int fieldStart;
    private int step;
    private int items;
    private int[] marks = new int[16];
    private int marked;
    private int columns = NO_COLUMNS;
    private long work;

    /** A scanner at the beginning of a stream. */
    public FrameScanner(ProtocolLimits limits) {
        this.limits = limits;
        valueLimit = limits.get(Limit.VALUE);
        messageLimit = limits.get(Limit.MESSAGE);
    }

    /** Starts a message whose first fields begin behind so many bytes of tag. */
    public void begin(String name, int tagLength) {
        message = name;
        position = tagLength;
        fieldStart = tagLength;
        step = 0;
        items = 0;
        marked = 0;
        work += tagLength;
    }

    /** Looks at what has arrived by now; the message begins at the first unconsumed byte. */
    public void resume(Inbound inbound) {
        array = inbound.array();
        start = inbound.start();
        available = inbound.length();
        offset = inbound.consumed();
    }

    /** The bound of one thing. */
    public int limit(Limit limit) {
        return limits.get(limit);
    }

    /** Where in its layout the message stands; 0 at the beginning. */
    public int step() {
        return step;
    }

    /** Moves to another step. */
    public void step(int next) {
        step = next;
    }

    /** A number that the message announced, such as a count of columns. */
    public int items() {
        return items;
    }

    /** Keeps a number that the message announced. */
    public void items(int count) {
        items = count;
    }

    /** The length of what has been walked; of the whole message, once its end was found. */
    public int position() {
        return position;
    }

    /** How many marks there are. */
    public int marked() {
        return marked;
    }

    /** The ends of Strings and values: of a NULL the complement of the place where it would have been. */
    public int[] marks() {
        return marks;
    }

    /** How many bytes have been looked at since the stream began. */
    public long work() {
        return work;
    }

    /** Sets how many columns the rows to come have. */
    public void columns(int count) {
        columns = count;
    }

    /** Forgets the columns: rows are illegal until the next RowDescription. */
    public void noColumns() {
        columns = NO_COLUMNS;
    }

    /** Passes over a field of fixed size, if all of it is there. */
    public boolean skip(int size) {
        if (size > available - position) {
            return false;
        }
        position += size;
        fieldStart = position;
        work += size;
        return true;
    }

    /** The Int16 that begins so many bytes before the current place. */
    public int int16Back(int distance) {
        return (short) INT16.get(array, start + position - distance);
    }

    /** The Int32 that begins so many bytes before the current place. */
    public int int32Back(int distance) {
        return (int) INT32.get(array, start + position - distance);
    }

    /** Walks to the end of a String and marks it. */
    public boolean string(String field, int limit) {
        int from = start + position;
        int end = start + available;
        int at = from;
        while (at < end && array[at] != 0) {
            at++;
        }
        position = at - start;
        if (position - fieldStart > limit) {
            throw malformed(field, fieldStart, "is longer than the limit of " + limit + " bytes");
        }
        boolean found = at < end;
        work += at - from + (found ? 1 : 0);
        if (found) {
            mark(position);
            fieldStart = ++position;
            checkMessage(field);
        }
        return found;
    }

    /**
     * Walks a row: a bitmap of the columns that are not NULL, then each value behind its Int32 length.
     *
     * @param lengthBias what the length counts beside the value's own bytes
     */
    public boolean row(int lengthBias) {
        if (step == 0 && !bitmap()) {
            return false;
        }
        int column = marked;
        int at = position;
        int bits = start + 1;
        while (column < columns && (isNull(bits, column) || available - at >= Integer.BYTES)) {
            if (isNull(bits, column)) {
                marks[column++] = ~at;
            } else {
                at = endOfValue(column, at, (int) INT32.get(array, start + at), lengthBias);
                marks[column++] = at;
                work += Integer.BYTES;
            }
        }
        marked = column;
        position = at;
        return column == columns && at <= available;
    }

    private boolean isNull(int bits, int column) {
        return (array[bits + (column >> 3)] & 0x80 >> (column & 7)) == 0;
    }

    private boolean bitmap() {
        if (columns == NO_COLUMNS) {
            throw malformed("", 0, "no RowDescription is in force");
        }
        if (!skip((columns + 7) / 8)) {
            return false;
        }
        if (marks.length < columns) {
            marks = new int[columns];
        }
        step = 1;
        return true;
    }

    private int endOfValue(int column, int at, int length, int bias) {
        if (length < bias) {
            throw malformed(valueOf(column), at, "its length of " + length + " is below " + bias);
        }
        if (length - bias > valueLimit) {
            throw malformed(
                    valueOf(column), at, "its length of " + length + " exceeds the limit of " + valueLimit + " bytes");
        }
        long end = (long) at + Integer.BYTES + length - bias;
        if (end > messageLimit) {
            throw tooLong(valueOf(column), at);
        }
        return (int) end;
    }

    private static String valueOf(int column) {
        return "value of column " + column;
    }

    private void mark(int end) {
        if (marked == marks.length) {
            marks = Arrays.copyOf(marks, 2 * marked);
        }
        marks[marked++] = end;
    }

    private void checkMessage(String field) {
        if (position > messageLimit) {
            throw tooLong(field, fieldStart);
        }
    }

    private RemoteProtocolException tooLong(String field, int at) {
        return malformed(field, at, "the message exceeds the limit of " + messageLimit + " bytes");
    }

    /** The error for a field that begins at a position of this message. */
    public RemoteProtocolException malformed(String field, int at, String problem) {
        return new RemoteProtocolException(message, field, offset + at, problem);
    }
}
