package io.github.pgtwo.client;

import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.session.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one query text, result by result and row by row, with one row in memory.
 *
 * <p>A statement's tag is no proof of success; that is {@link #next} returning false, after which the
 * connection is free again. Not thread-safe.
 */
public final class Results implements AutoCloseable {
    private final Wire wire;
    private final Runnable release;
    private RowType type = RowType.NONE;
    private @Nullable Row row;
    private String tag = "";
    private boolean hasRows;
    private boolean inRows;
    private boolean over;
    private @Nullable PgException failure;

    Results(Wire wire, Runnable release) {
        this.wire = wire;
        this.release = release;
    }

    /**
     * Moves to the next result, over the rows that are left of this one.
     *
     * @return false if there is none and all has succeeded
     * @throws PgServerException if a statement failed; the connection is free again unless that is fatal
     */
    public boolean next() {
        checkFailure();
        skipRows();
        hasRows = false;
        type = RowType.NONE;
        tag = "";
        while (!over) {
            BackendMessage message = read();
            switch (message.kind()) {
                case ROW_DESCRIPTION -> {
                    beginRows((RowDescription) message);
                    return true;
                }
                case COMPLETED_RESPONSE -> {
                    tag = completed(message);
                    return true;
                }
                default -> {} // CursorResponse and EmptyQueryResponse say nothing more
            }
        }
        return false;
    }

    private void beginRows(RowDescription description) {
        type = new RowType(description.columns());
        hasRows = true;
        inRows = true;
    }

    /** Moves to the next row of this result; false behind the last one. */
    public boolean nextRow() {
        checkFailure();
        row = null;
        while (inRows) {
            BackendMessage message = read();
            switch (message.kind()) {
                case ASCII_ROW -> row = new Row(type, ((AsciiRow) message).data(), false);
                case BINARY_ROW -> row = new Row(type, ((BinaryRow) message).data(), true);
                case COMPLETED_RESPONSE -> endRows(completed(message));
                case READY_FOR_QUERY -> endRows("");
                default -> throw unexpected(message);
            }
            if (row != null) {
                return true;
            }
        }
        return false;
    }

    private void endRows(String completed) {
        tag = completed;
        inRows = false;
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

    /** What the current result's statement did; known behind its last row. */
    public String tag() {
        return tag;
    }

    /**
     * Passes over everything that is left, so that the connection is free. Throws what {@link #next} throws,
     * unless that was thrown before.
     */
    @Override
    public void close() {
        while (!over) {
            next();
        }
    }

    /** Passes over everything that is left and answers all further questions with this refusal. */
    PgException refuse(String reason) {
        PgException refusal = new PgUsageException(reason);
        try {
            close();
        } catch (PgException e) {
            refusal.addSuppressed(e);
        }
        failure = refusal;
        return refusal;
    }

    /** A failure is never followed by an answer that sounds like success. */
    private void checkFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    private BackendMessage read() {
        BackendMessage message = receive();
        switch (message.kind()) {
            case ERROR_RESPONSE ->
                throw failed(
                        ServerMessage.parse(((ErrorResponse) message).text().utf8()));
            case READY_FOR_QUERY -> end();
            case COPY_IN_RESPONSE, COPY_OUT_RESPONSE ->
                throw unusable(
                        new PgUsageException("COPY with the client is not supported; the connection had to be closed"));
            default -> {}
        }
        return message;
    }

    private BackendMessage receive() {
        try {
            return wire.next();
        } catch (PgException e) {
            throw fail(e);
        } catch (RuntimeException | Error e) {
            wire.close();
            end();
            throw e;
        }
    }

    /** Behind an error comes ReadyForQuery, or the end of the stream if it was fatal. */
    private PgException failed(ServerMessage message) {
        try {
            while (wire.phase() != Phase.IDLE) {
                wire.next();
            }
            return fail(new PgServerException(message, false));
        } catch (PgException e) {
            PgServerException fatal = new PgServerException(message, true);
            fatal.addSuppressed(e);
            return fail(fatal);
        }
    }

    /** Up to 7.2, a statement in a failed transaction does nothing and completes (section 5.6). */
    private String completed(BackendMessage message) {
        String done = ((CompletedResponse) message).tag().utf8();
        if (done.equals("*ABORT STATE*")) {
            throw failed(ServerMessage.parse("ERROR:  the transaction has failed, nothing was done: "
                    + (wire.lastNotice().isEmpty() ? done : wire.lastNotice())));
        }
        return done;
    }

    private PgException unexpected(BackendMessage message) {
        return unusable(new PgProtocolException(message.kind().messageName() + " in the middle of rows"));
    }

    private PgException unusable(PgException reason) {
        wire.close();
        return fail(reason);
    }

    private PgException fail(PgException reason) {
        failure = reason;
        end();
        return reason;
    }

    private void end() {
        over = true;
        inRows = false;
        release.run();
    }
}
