package io.github.pgtwo.client;

import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.RowData;
import org.jspecify.annotations.Nullable;

/**
 * One row. Immutable; stays valid after the stream that it came from is closed. Columns count from 0; asking
 * for a column that is not there throws {@link PgUsageException}.
 */
public final class Row {
    private final RowType type;
    private final RowData data;
    private final boolean binary;

    Row(RowType type, RowData data, boolean binary) {
        this.type = type;
        this.data = data;
        this.binary = binary && data.columns() > 0; // without columns servers choose the tag at will
    }

    /** The number of columns. */
    public int columns() {
        return data.columns();
    }

    /** Whether the values are in the server's binary form, as those of a binary cursor are. */
    public boolean binary() {
        return binary;
    }

    /** Whether the column is NULL. */
    public boolean isNull(int column) {
        return data.isNull(check(column));
    }

    /**
     * The column's text in the session's charset; null for NULL.
     *
     * @throws PgUsageException if the bytes are no text, and the client's {@link TextPolicy} is to report it
     */
    public @Nullable String text(int column) {
        if (isNull(column)) {
            return null;
        }
        if (binary) {
            throw new PgUsageException("the row is binary: take value(" + column + ") and decode it");
        }
        try {
            return type.encoding().decode(data.value(column));
        } catch (TextEncodingException e) {
            throw new PgUsageException(
                    "column " + column + " (\"" + type.name(column) + "\") is no text: " + e.getMessage() + "; value("
                            + column + ") has its bytes",
                    e);
        }
    }

    /** The text of the first column of that name; null for NULL. */
    public @Nullable String text(String name) {
        return text(type.indexOf(name));
    }

    /** The column's bytes as they came, without a copy; null for NULL. */
    public @Nullable Bytes value(int column) {
        return isNull(column) ? null : data.value(column);
    }

    private int check(int column) {
        if (column < 0 || column >= data.columns()) {
            throw new PgUsageException("there is no column " + column + " among " + data.columns());
        }
        return column;
    }

    @Override
    public String toString() {
        return "Row[" + data + "]";
    }
}
