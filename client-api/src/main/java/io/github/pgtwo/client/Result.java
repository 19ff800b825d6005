package io.github.pgtwo.client;

import io.github.pgtwo.codec.backend.Column;
import java.util.List;

/** What one statement returned, held in memory. Immutable. */
public final class Result {
    /** The result of a text without a statement. */
    static final Result EMPTY = new Result(false, List.of(), List.of(), "");

    private final boolean hasRows;
    private final List<Column> columns;
    private final List<Row> rows;
    private final String tag;

    Result(boolean hasRows, List<Column> columns, List<Row> rows, String tag) {
        this.hasRows = hasRows;
        this.columns = columns;
        this.rows = List.copyOf(rows);
        this.tag = tag;
    }

    /** Whether the statement returns rows at all, be it none this time. */
    public boolean hasRows() {
        return hasRows;
    }

    /** What the rows consist of; empty without rows. */
    public List<Column> columns() {
        return columns;
    }

    /** The rows in the order of the server. */
    public List<Row> rows() {
        return rows;
    }

    /** What was done, such as {@code INSERT 0 1} (section 6); empty for an empty query. */
    public String tag() {
        return tag;
    }

    @Override
    public String toString() {
        return "Result[" + tag + ", " + rows.size() + " rows]";
    }
}
