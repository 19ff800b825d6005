package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.ByteReader;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.wire.FrameDecoder;
import io.github.pgtwo.codec.wire.Inbound;
import io.github.pgtwo.codec.wire.RowScanner;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;

/**
 * A row where it lies in the store, for a {@link RowVisitor} and for the time of its call. Columns count from
 * 0; asking a NULL for its place gives nonsense, for its value an {@link IllegalArgumentException}.
 */
public final class RowView {
    private final FrameDecoder<?> frames;
    private final Inbound inbound;
    private final RowScanner rows;
    private RowVisitor visitor = row -> {};
    private Runnable show = () -> {};

    RowView(FrameDecoder<?> frames) {
        this.frames = frames;
        inbound = frames.inbound();
        rows = frames.scanner().rows();
    }

    /** What shows the row that lies ahead to the visitor, which usually is the one of the last time. */
    @SuppressWarnings("ReferenceEquality") // another one that is equal is another one
    Runnable shownTo(RowVisitor next) {
        if (next != visitor) {
            visitor = next;
            show = () -> next.row(this);
        }
        return show;
    }

    /** Whether this is a {@link BinaryRow}. */
    public boolean binary() {
        return frames.layout().tag() == BinaryRow.TAG;
    }

    /** The number of columns. */
    public int columns() {
        return rows.columns();
    }

    /** Whether the column is NULL. */
    public boolean isNull(int column) {
        return end(column) < 0;
    }

    /** The store that holds the values; not to be changed or kept. */
    public byte[] array() {
        return inbound.array();
    }

    /** Where the column's value begins in {@link #array}. */
    public int offset(int column) {
        return inbound.start() + begin(column);
    }

    /** How many bytes the column's value has. */
    public int length(int column) {
        return end(column) - begin(column);
    }

    /** What the reader makes of the column's bytes, and throws if it can make nothing of them. */
    public long read(int column, ByteReader reader) {
        checkValue(column);
        return reader.read(array(), offset(column), length(column));
    }

    /** A copy of the column's value. */
    public Bytes value(int column) {
        checkValue(column);
        return Bytes.copyOf(array(), offset(column), inbound.start() + end(column));
    }

    /** The column's text. */
    public String text(int column, Charset charset) {
        checkValue(column);
        return new String(array(), offset(column), length(column), charset);
    }

    /** A copy of the row that may be kept. */
    public RowData toData() {
        int start = inbound.start();
        return new RowData(
                Arrays.copyOfRange(array(), start, start + rows.position()), Arrays.copyOf(rows.ends(), columns()));
    }

    private void checkValue(int column) {
        if (isNull(column)) {
            throw new IllegalArgumentException("column " + column + " is NULL");
        }
    }

    private int begin(int column) {
        return RowData.begin(rows.ends(), columns(), column);
    }

    private int end(int column) {
        return rows.ends()[Objects.checkIndex(column, columns())];
    }
}
