package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.codec.backend.Column;
import java.util.List;
import java.util.OptionalLong;

/** What one statement returned, held in memory. Immutable. */
public final class Result {
    /** The result of a text without a statement. */
    static final Result EMPTY = new Result(false, List.of(), List.of(), "", List.of());

    private final boolean hasRows;
    private final List<Column> columns;
    private final List<Row> rows;
    private final String tag;
    private final List<ServerMessage> notices;

    Result(boolean hasRows, List<Column> columns, List<Row> rows, String tag, List<ServerMessage> notices) {
        this.hasRows = hasRows;
        this.columns = columns;
        this.rows = List.copyOf(rows);
        this.tag = tag;
        this.notices = notices;
    }

    /** The result of what was meant to be one statement. */
    static Result only(List<Result> results) {
        Result only = results.isEmpty() ? EMPTY : results.get(results.size() - 1);
        int withRows = 0;
        for (Result result : results) {
            if (result.hasRows) {
                only = result;
                withRows++;
            }
        }
        if (withRows > 1) {
            throw new PgUsageException("several statements of the text returned rows: use script()");
        }
        return only;
    }

    Result withNotices(List<ServerMessage> all) {
        return new Result(hasRows, columns, rows, tag, all);
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

    /**
     * How many rows the statement inserted, updated, deleted, moved over, copied or, from 9.0 on, selected; none where
     * the server does not say (section 6).
     */
    public OptionalLong affectedRows() {
        return CommandTag.parse(tag).rows();
    }

    /** The OID of the row that was inserted, if it was one into a table that has OIDs; up to 11. */
    public OptionalLong insertedOid() {
        return CommandTag.parse(tag).oid();
    }

    /**
     * What the server remarked. Where SHOW and EXPLAIN return no rows, which is up to 7.2, their answer is here. Of
     * more than 1000, or a million characters, those that came first; the listener hears all.
     */
    public List<ServerMessage> notices() {
        return notices;
    }

    @Override
    public String toString() {
        return "Result[" + tag + ", " + rows.size() + " rows]";
    }
}
