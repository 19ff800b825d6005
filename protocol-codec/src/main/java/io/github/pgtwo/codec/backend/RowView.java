package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.ByteReader;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.wire.FrameDecoder;
import io.github.pgtwo.codec.wire.RowPlace;
import io.github.pgtwo.codec.wire.RowScanner;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A row where it lies in the store, for a {@link RowVisitor} and for the time of its call. Columns count from
 * 0; asking a NULL for its place gives nonsense, for its value an {@link IllegalArgumentException}.
 */
public final class RowView {
    private static final byte[] NONE = {};

    private final FrameDecoder<?> frames;
    private final RowScanner rows;
    private final RowPlace shown = this::show;

    @SuppressWarnings("NullAway.Init") // set whenever a row is to be shown
    private RowVisitor visitor;

    private byte[] array = NONE;
    private int start;
    private int[] ends = {};
    private int bitmapEnd;

    RowView(FrameDecoder<?> frames) {
        this.frames = frames;
        rows = frames.scanner().rows();
    }

    /** Shows the rows that have arrived to a visitor, and lets go of the store, whatever it throws. */
    void showTo(RowVisitor next) {
        visitor = next;
        try {
            frames.visitRows(shown);
        } finally {
            array = NONE;
        }
    }

    /** The place is kept here, as every question for a value wants it. */
    private void show(byte[] newArray, int newStart) {
        start = newStart;
        if (newArray != array) {
            array = newArray;
            ends = rows.ends();
            bitmapEnd = rows.bitmapEnd();
        }
        visitor.row(this);
    }

    /** Whether this is a {@link BinaryRow}. */
    public boolean binary() {
        return frames.layout().tag() == BinaryRow.TAG;
    }

    /** The number of columns. */
    public int columns() {
        return ends.length;
    }

    /** Whether the column is NULL. */
    public boolean isNull(int column) {
        return end(column) < 0;
    }

    /** The store that holds the values; not to be changed or kept. */
    public byte[] array() {
        return array;
    }

    /** Where the column's value begins in {@link #array}. */
    public int offset(int column) {
        return start + begin(column);
    }

    /** How many bytes the column's value has. */
    public int length(int column) {
        return end(column) - begin(column);
    }

    /** What the reader makes of the column's bytes, and throws if it can make nothing of them. */
    public long read(int column, ByteReader reader) {
        int end = valueEnd(column);
        int begin = begin(column);
        return reader.read(array, start + begin, end - begin);
    }

    /** A copy of the column's value. */
    public Bytes value(int column) {
        int end = valueEnd(column);
        return Bytes.copyOf(array, offset(column), start + end);
    }

    /** The column's text. */
    public String text(int column, Charset charset) {
        int end = valueEnd(column);
        int begin = begin(column);
        return new String(array, start + begin, end - begin, charset);
    }

    /** A copy of the row that may be kept. */
    public RowData toData() {
        return new RowData(Arrays.copyOfRange(array, start, start + rows.position()), ends.clone());
    }

    private int valueEnd(int column) {
        int end = end(column);
        if (end < 0) {
            throw new IllegalArgumentException("column " + column + " is NULL");
        }
        return end;
    }

    private int begin(int column) {
        return RowData.behind(column == 0 ? bitmapEnd : ends[column - 1]);
    }

    private int end(int column) {
        return ends[column];
    }
}
