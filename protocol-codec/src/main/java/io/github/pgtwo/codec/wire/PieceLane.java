package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.ValueSink;
import io.github.pgtwo.codec.memory.BigEndian;

/**
 * Hands out rows in pieces while they arrive, and keeps its place in between. Nothing of a row is kept but its bitmap, so
 * that its values may be longer than the limits of what is.
 */
final class PieceLane {
    private static final int BETWEEN = -1;

    private final Inbound inbound;
    private final FrameScanner frame;
    private byte[] bitmap = {};
    private int columns;
    private int column;
    private int left = BETWEEN;
    private long begun;
    private boolean inside;

    PieceLane(Inbound inbound, FrameScanner frame) {
        this.inbound = inbound;
        this.frame = frame;
    }

    /** Whether a row has begun whose end has not been handed out. */
    boolean inside() {
        return inside;
    }

    /** Where in the stream the row has begun. */
    long begun() {
        return begun;
    }

    /** Forgets the row. */
    void leave() {
        inside = false;
    }

    /**
     * Hands out what has arrived of a row.
     *
     * @param lengthBias what the lengths count beside the value's own bytes
     * @return whether it has ended
     */
    boolean walk(ValueSink sink, int lengthBias) {
        if (!inside && !begin(sink)) {
            return false;
        }
        while (column < columns) {
            if (left == BETWEEN && !beginValue(sink, lengthBias)) {
                return false;
            }
            if (!pieces(sink)) {
                return false;
            }
            column++;
            left = BETWEEN;
        }
        inside = false;
        sink.rowEnds();
        return true;
    }

    private boolean begin(ValueSink sink) {
        columns = frame.rows().knownColumns();
        int length = frame.rows().bitmapEnd() - 1;
        if (!inbound.has(1 + length)) {
            return false;
        }
        if (bitmap.length < length) {
            bitmap = new byte[length];
        }
        System.arraycopy(inbound.array(), inbound.start() + 1, bitmap, 0, length);
        begun = inbound.consumed();
        inbound.consume(1 + length);
        column = 0;
        left = BETWEEN;
        inside = true;
        sink.row(columns);
        return true;
    }

    /** A NULL is a value without pieces. */
    private boolean beginValue(ValueSink sink, int lengthBias) {
        if ((bitmap[column / Byte.SIZE] & 0x80 >> column % Byte.SIZE) == 0) {
            left = 0;
            sink.isNull(column);
            return true;
        }
        if (!inbound.has(Integer.BYTES)) {
            return false;
        }
        int length = BigEndian.int32(inbound.array(), inbound.start());
        if (length < lengthBias) {
            throw frame.malformed(
                    "value of column " + column, 0, "its length of " + length + " is below " + lengthBias);
        }
        inbound.consume(Integer.BYTES);
        left = length - lengthBias;
        sink.value(column, left);
        return true;
    }

    private boolean pieces(ValueSink sink) {
        while (left > 0) {
            int count = Math.min(left, inbound.length());
            if (count > 0) {
                byte[] array = inbound.array();
                int offset = inbound.start();
                inbound.consume(count);
                left -= count;
                sink.piece(column, array, offset, count);
            } else if (!inbound.pull()) {
                return false;
            }
        }
        return true;
    }
}
