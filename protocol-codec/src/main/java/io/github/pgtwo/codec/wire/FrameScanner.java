package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.memory.BigEndian;
import io.github.pgtwo.codec.memory.ByteSearch;
import java.util.Arrays;

/**
 * Finds the end of one message while its bytes arrive, and keeps its place in between: no byte is looked at
 * twice. Positions count from the message's first byte. On the way it marks where Strings and values end, so
 * that reading the fields need not search again.
 */
public final class FrameScanner {
    private final Inbound inbound;
    private final ProtocolLimits limits;
    private final int messageLimit;
    private final RowScanner rows;
    private final CopyScanner copy;
    private byte[] array = {};
    private int start;
    private int available;
    private String message = "";
    private int position;
    private int fieldStart;
    private int step;
    private int items;
    private int length;
    private int[] marks = new int[16];
    private int marked;
    private long work;
    private Limit text = Limit.LOGIN_TEXT;

    /** A scanner at the beginning of a stream. */
    public FrameScanner(Inbound inbound, ProtocolLimits limits) {
        this.inbound = inbound;
        this.limits = limits;
        messageLimit = limits.get(Limit.MESSAGE);
        rows = new RowScanner(this, limits);
        copy = new CopyScanner(limits.get(Limit.COPY_DATA));
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
        rows.begin();
    }

    /** Looks at what has arrived by now; the message begins at the first unconsumed byte. */
    public FrameScanner resume() {
        array = inbound.array();
        start = inbound.start();
        available = inbound.length();
        return this;
    }

    /** The bound of one thing. */
    public int limit(Limit limit) {
        return limits.get(limit);
    }

    /** The bound of error and notice texts at this time. */
    public int textLimit() {
        return limits.get(text);
    }

    /** Longer texts are accepted from now on. */
    public void loggedIn() {
        text = Limit.TEXT;
    }

    /** What is known of rows. */
    public RowScanner rows() {
        return rows;
    }

    /** What is known of copy data. */
    public CopyScanner copy() {
        return copy;
    }

    /** Where in its layout the message stands; 0 at the beginning. */
    public int step() {
        return step;
    }

    /** Moves to another step. */
    public void step(int next) {
        step = next;
    }

    /** How many repeated fields are left, such as columns. */
    public int items() {
        return items;
    }

    /** Sets how many repeated fields are left. */
    public void items(int count) {
        items = count;
    }

    /** The length that the field ahead has announced. */
    public int length() {
        return length;
    }

    /** Keeps the length that the field ahead has announced. */
    public void length(int bytes) {
        length = bytes;
    }

    /** The length of what has been walked; of the whole message, once its end was found. */
    public int position() {
        return position;
    }

    /** How many marks there are. */
    public int marked() {
        return marked;
    }

    /** The ends of Strings, in their order. */
    public int[] marks() {
        return marks;
    }

    /** How many bytes have been looked at since the stream began. */
    public long work() {
        return work + rows.work();
    }

    /** Whether so many more bytes are there. */
    public boolean has(int size) {
        return size <= available - position;
    }

    /** How many bytes are there beyond the current place. */
    public int left() {
        return available - position;
    }

    /** Passes over a field of fixed size, if all of it is there. */
    public boolean skip(int size) {
        if (!has(size)) {
            return false;
        }
        position += size;
        fieldStart = position;
        work += size;
        return true;
    }

    /** Passes over the field whose {@link #length} was announced, if all of it is there. */
    public boolean skipLength(String field) {
        if (length > messageLimit - position) {
            throw tooLong(field, position);
        }
        return skip(length) || announced(position + length);
    }

    /** Says how long the message will at least be, so that there need be no more room than that. */
    private boolean announced(int total) {
        inbound.announce(total);
        return false;
    }

    /** The byte so far ahead of the current place; what lies behind it has a negative distance. */
    public int int8(int ahead) {
        return array[start + position + ahead] & 0xff;
    }

    /** The Int16 that ends at the current place. */
    public int int16Back() {
        return BigEndian.int16(array, start + position - Short.BYTES);
    }

    /** The Int32 that ends at the current place. */
    public int int32Back() {
        return BigEndian.int32(array, start + position - Integer.BYTES);
    }

    /** Walks to the end of a String and marks it. */
    public boolean string(String field, int limit) {
        int from = start + position;
        int end = start + available;
        int at = ByteSearch.indexOf(array, from, end, 0);
        boolean found = at < end;
        work += at - from + (found ? 1 : 0);
        position = at - start;
        // whichever limit lies first, even if what has arrived goes beyond both
        if (position - fieldStart > limit && limit < messageLimit - fieldStart) {
            throw malformed(field, fieldStart, "is longer than the limit of " + limit + " bytes");
        }
        if (position >= messageLimit) {
            throw tooLong(field, fieldStart);
        }
        if (found) {
            mark(position++);
            fieldStart = position;
        }
        return found;
    }

    /** How far ahead such a byte is, from one distance to another; the latter if there is none between. */
    int find(int wanted, int from, int to) {
        return ByteSearch.indexOf(array, start + position + from, start + position + to, wanted) - start - position;
    }

    /** The same for two bytes side by side. */
    int findPair(int first, int second, int from, int to) {
        int base = start + position;
        return ByteSearch.indexOfPair(array, base + from, base + to, first, second) - base;
    }

    private void mark(int end) {
        if (marked == marks.length) {
            marks = Arrays.copyOf(marks, 2 * marked);
        }
        marks[marked++] = end;
    }

    /** The error for a message beyond the limit. */
    public RemoteProtocolException tooLong(String field, int at) {
        return malformed(field, at, "the message exceeds the limit of " + messageLimit + " bytes");
    }

    /** The error for a field that begins at a position of this message. */
    public RemoteProtocolException malformed(String field, int at, String problem) {
        return new RemoteProtocolException(message, field, inbound.consumed() + at, problem);
    }
}
