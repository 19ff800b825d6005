package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.wire.FrameDecoder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;

/**
 * A row where it lies in the store, for a {@link RowVisitor} and for the time of its call. Columns count from
 * 0; asking a NULL for its place gives nonsense, for its value an {@link IllegalArgumentException}.
 */
public final class RowView {
    private final FrameDecoder<?> frames;
    private byte[] array = {};
    private int start;
    private int columns;
    private int[] ends = {};
    private boolean binary;

    RowView(FrameDecoder<?> frames) {
        this.frames = frames;
    }

    RowView begin(boolean binaryRow) {
        array = frames.inbound().array();
        start = frames.inbound().start();
        columns = frames.scanner().rows().columns();
        ends = frames.scanner().rows().ends();
        binary = binaryRow;
        return this;
    }

    /** Whether this is a {@link BinaryRow}. */
    public boolean binary() {
        return binary;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
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
        return start + RowData.begin(ends, columns, column);
    }

    /** How many bytes the column's value has. */
    public int length(int column) {
        return end(column) - RowData.begin(ends, columns, column);
    }

    /** A copy of the column's value. */
    public Bytes value(int column) {
        checkValue(column);
        return Bytes.copyOf(array, offset(column), start + ends[column]);
    }

    /** The column's text. */
    public String text(int column, Charset charset) {
        checkValue(column);
        return new String(array, offset(column), length(column), charset);
    }

    /** A copy of the row that may be kept. */
    public RowData toData() {
        int length = frames.scanner().position();
        return new RowData(Arrays.copyOfRange(array, start, start + length), Arrays.copyOf(ends, columns));
    }

    private void checkValue(int column) {
        if (isNull(column)) {
            throw new IllegalArgumentException("column " + column + " is NULL");
        }
    }

    private int end(int column) {
        return ends[Objects.checkIndex(column, columns)];
    }
}
