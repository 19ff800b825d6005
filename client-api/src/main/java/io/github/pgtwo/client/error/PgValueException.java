package io.github.pgtwo.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The value of a column cannot be read as what was asked for, or not exactly. The text says why, and not what the value
 * is, as it may be secret; {@code row.value(column)} has its bytes. The connection is not affected.
 */
public final class PgValueException extends PgException {
    private static final long serialVersionUID = 1L;

    private final long row;
    private final int column;
    private final String columnName;

    /** What is wrong, as the end of a sentence that begins with the column. */
    public PgValueException(long row, int column, String columnName, String problem, @Nullable Throwable cause) {
        super(place(row, column) + " (\"" + shortened(columnName) + "\") " + problem, cause);
        this.row = row;
        this.column = column;
        this.columnName = columnName;
    }

    /** The same of a column whose name the server does not tell, as in a COPY. */
    public PgValueException(long row, int column, String problem, @Nullable Throwable cause) {
        super(place(row, column) + " " + problem, cause);
        this.row = row;
        this.column = column;
        columnName = "";
    }

    private static String place(long row, int column) {
        return "row " + row + ", column " + column;
    }

    private static String shortened(String name) {
        int longest = 64;
        return name.length() <= longest ? name : name.substring(0, longest) + "...";
    }

    /** Which row of its result, of its FETCH, or of its COPY, from 0. */
    public long row() {
        return row;
    }

    /** Which column, from 0. */
    public int column() {
        return column;
    }

    /** The column's name, as the server tells it; empty in a COPY, where it does not. */
    public String columnName() {
        return columnName;
    }
}
