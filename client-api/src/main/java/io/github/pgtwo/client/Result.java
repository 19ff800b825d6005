package io.github.pgtwo.client;

import io.github.pgtwo.codec.backend.Column;
import java.util.List;

/**
 * What one statement returned, held in memory. Immutable.
 *
 * @param hasRows whether the statement returns rows at all, be it none this time
 * @param columns what the rows consist of; empty without rows
 * @param rows in the order of the server
 * @param tag what was done, such as {@code INSERT 0 1} (section 6); empty for an empty query
 */
public record Result(boolean hasRows, List<Column> columns, List<Row> rows, String tag) {
    /** The result of a text without a statement. */
    static final Result EMPTY = new Result(false, List.of(), List.of(), "");

    /** Copies the lists. */
    public Result {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
