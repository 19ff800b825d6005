package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.RowType;
import io.github.pgtwo.client.wire.NoticeLog;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.RowDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one query text, result by result and row by row, with one row in memory.
 *
 * <p>A statement's tag is no proof of success; that is {@link #next} returning false, after which the
 * connection is free again. Not thread-safe.
 */
public final class Results implements AutoCloseable {
    private final Cycle cycle;
    private RowType type = RowType.NONE;
    private @Nullable Row row;
    private long rowNumber;
    private List<ServerMessage> notices = List.of();
    private String tag = "";
    private boolean hasRows;
    private boolean inRows;

    Results(Cycle cycle) {
        this.cycle = cycle;
    }

    /**
     * Moves to the next result, over the rows that are left of this one.
     *
     * @return false if there is none and all has succeeded
     * @throws PgServerException if a statement failed; the connection is free again unless that is fatal
     */
    public boolean next() {
        cycle.checkFailure();
        skipRows();
        while (!cycle.over()) {
            BackendMessage message = read();
            switch (message.kind()) {
                case ROW_DESCRIPTION -> {
                    begin((RowDescription) message);
                    return true;
                }
                case COMPLETED_RESPONSE -> {
                    begin(cycle.tag());
                    return true;
                }
                default -> {} // CursorResponse and EmptyQueryResponse say nothing more
            }
        }
        end();
        return false;
    }

    /** Notices that come ahead of a result belong to it. */
    private void begin(String completed) {
        type = RowType.NONE;
        hasRows = false;
        tag = completed;
        notices = cycle.takeNotices();
    }

    private void begin(RowDescription description) {
        begin("");
        type = cycle.rowType(description.columns());
        rowNumber = 0;
        hasRows = true;
        inRows = true;
    }

    /** Behind the last result there is none, but what it left. */
    private void end() {
        takeNotices();
        hasRows = false;
        type = RowType.NONE;
    }

    private void takeNotices() {
        List<ServerMessage> more = cycle.takeNotices();
        if (!more.isEmpty()) {
            notices = Stream.concat(notices.stream(), more.stream())
                    .limit(NoticeLog.MOST)
                    .toList();
        }
    }

    /** Moves to the next row of this result; false behind the last one. */
    public boolean nextRow() {
        cycle.checkFailure();
        row = null;
        while (inRows) {
            BackendMessage message = read();
            switch (message.kind()) {
                case ASCII_ROW -> row = new Row(type, rowNumber++, ((AsciiRow) message).data(), false);
                case BINARY_ROW -> row = new Row(type, rowNumber++, ((BinaryRow) message).data(), true);
                case COMPLETED_RESPONSE -> endRows();
                default -> throw unexpected(message);
            }
            if (row != null) {
                return true;
            }
        }
        return false;
    }

    private void endRows() {
        tag = cycle.tag();
        inRows = false;
        takeNotices();
    }

    private void skipRows() {
        while (nextRow()) {
            row = null;
        }
    }

    /** Whether the current result has rows, be it none this time. */
    public boolean hasRows() {
        return hasRows;
    }

    /** The columns of the current result; empty if it has no rows. */
    public List<Column> columns() {
        return type.columns();
    }

    /** The row that {@link #nextRow} moved to; throws {@link PgUsageException} if there is none. */
    public Row row() {
        if (row == null) {
            throw new PgUsageException("nextRow() has not returned true");
        }
        return row;
    }

    /** What the current result's statement did, in the server's words (section 6); known behind its last row. */
    public String tag() {
        return tag;
    }

    /**
     * The notices that came with the current statement: those ahead of its result, in it, and behind the last one.
     * Of more than 1000, or a million characters, those that came first; the listener hears all.
     */
    public List<ServerMessage> notices() {
        takeNotices();
        return notices;
    }

    /**
     * Passes over everything that is left, so that the connection is free; all statements of the text are run. Where
     * much is left, that takes its time: see {@link #abandon}. Throws what {@link #next} throws, unless that was thrown
     * before.
     */
    @Override
    public void close() {
        if (cycle.over()) {
            return;
        }
        while (!cycle.over()) {
            next();
        }
        cycle.fail(new PgUsageException("the results were closed before their end"));
    }

    /**
     * Frees the connection without reading all that is left: has the server cancel the text, and passes over what is
     * on its way. By that the text fails, so that all that it has done is undone, and so does an open transaction block,
     * unless the text comes to its end before; what became of it is not told. If the server does not heed it within the
     * time for a login, the connection is closed. Behind the end, does nothing.
     */
    public void abandon() {
        cycle.abandon(true, "the results were abandoned");
    }

    /** Passes over everything that is left and answers all further questions with this refusal. */
    PgException refuse(String reason) {
        PgException refusal = new PgUsageException(reason);
        try {
            close();
        } catch (PgException e) {
            refusal.addSuppressed(e);
        }
        return cycle.fail(refusal);
    }

    private BackendMessage read() {
        BackendMessage message = cycle.next();
        if (message.kind() == BackendKind.READY_FOR_QUERY) {
            inRows = false;
        }
        return message;
    }

    private PgException unexpected(BackendMessage message) {
        return cycle.broken(new PgProtocolException(message.kind().messageName() + " in the middle of rows"));
    }

    /** All that is left, in memory, if a result has no more rows than this. */
    List<Result> all(int mostRows) {
        List<Result> all = new ArrayList<>();
        while (next()) {
            all.add(buffered(mostRows));
        }
        if (!notices.isEmpty()) {
            Result last = all.isEmpty() ? Result.EMPTY : all.remove(all.size() - 1);
            all.add(last.withNotices(notices));
        }
        return all;
    }

    private Result buffered(int mostRows) {
        boolean rowsFollow = hasRows;
        List<Column> columns = columns();
        List<Row> rows = new ArrayList<>();
        while (nextRow()) {
            if (rows.size() == mostRows) {
                throw cycle.broken(new PgProtocolException("more than " + mostRows + " rows in the answer"));
            }
            rows.add(row());
        }
        return new Result(rowsFollow, columns, rows, tag, notices);
    }
}
