package io.github.pgtwo.client;

import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.PgValueException;
import io.github.pgtwo.client.session.RowType;
import io.github.pgtwo.client.type.Integers;
import io.github.pgtwo.client.type.ValueException;
import io.github.pgtwo.client.type.ValueType;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.RowData;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * One row. Immutable; stays valid after the stream that it came from is closed. Columns count from 0; asking
 * for a column that is not there throws {@link PgUsageException}.
 */
public final class Row {
    private final RowType type;
    private final long number;
    private final RowData data;
    private final boolean binary;

    Row(RowType type, long number, RowData data, boolean binary) {
        this.type = type;
        this.number = number;
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
     * @throws PgValueException if the bytes are no text, and the client's {@link TextPolicy} is to report it
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
            throw problem(column, e.getMessage(), e);
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

    /**
     * The column's value as a type reads it; null for NULL.
     *
     * @throws PgValueException if the column is no such value
     */
    public <T> @Nullable T get(int column, ValueType<T> reader) {
        if (isNull(column)) {
            return null;
        }
        try {
            return reader.read(data.value(column), type.format(column, binary));
        } catch (ValueException e) {
            throw problem(column, e.getMessage(), e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw problem(column, "cannot be read: " + e.getClass().getSimpleName(), e); // its text may show the value
        }
    }

    /** The same of the first column of that name. */
    public <T> @Nullable T get(String name, ValueType<T> reader) {
        return get(type.indexOf(name), reader);
    }

    /**
     * The column's value as the type reads it that the client's {@linkplain PgClientBuilder#types types} have for the column;
     * null for NULL. Text of an unknown type is a string.
     *
     * @throws PgValueException if Java's values have none for it, or the column is binary and of an unknown type
     */
    public @Nullable Object object(int column) {
        return get(column, type.valueType(check(column)));
    }

    /**
     * The column's integer, whatever its type is called; makes no object.
     *
     * @throws PgValueException if it is NULL, no integer, or out of range
     */
    public long getLong(int column) {
        try {
            if (isNull(column)) {
                throw problem(column, "is NULL", null);
            }
            return data.read(column, Integers.reader(type.format(column, binary)));
        } catch (ValueException e) {
            throw problem(column, e.getMessage(), e);
        }
    }

    /** The same in 32 bits. */
    public int getInt(int column) {
        long value = getLong(column);
        if (value != (int) value) {
            throw problem(column, "is out of range", null);
        }
        return (int) value;
    }

    private PgValueException problem(int column, @Nullable String problem, @Nullable Throwable cause) {
        return new PgValueException(number, column, type.name(column), String.valueOf(problem), cause);
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
