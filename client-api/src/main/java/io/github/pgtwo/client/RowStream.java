package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.backend.Column;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The rows of one statement, each read from the connection when it is asked for. The last step of the
 * iteration throws if the statement failed, and so does every step after that. Not thread-safe.
 */
public final class RowStream implements Iterable<Row>, AutoCloseable {
    private final Results results;
    private final List<Column> columns;
    private String tag = "";
    private boolean walked;

    private RowStream(Results results) {
        this.results = results;
        while (!results.hasRows() && results.next()) {
            tag = results.tag(); // statements without rows may stand before the one with rows
        }
        columns = results.columns();
    }

    /** Goes to the first result with rows. */
    static RowStream of(Results results) {
        try {
            return new RowStream(results);
        } catch (RuntimeException | Error e) {
            closeAfter(results, e);
            throw e;
        }
    }

    private static void closeAfter(Results results, Throwable failure) {
        try {
            results.close();
        } catch (PgException e) {
            failure.addSuppressed(e);
        }
    }

    /** What the rows consist of. */
    public List<Column> columns() {
        return columns;
    }

    /** What the statement did; known behind the last row. */
    public String tag() {
        return tag;
    }

    /** The rows; throws {@link PgUsageException} the second time, as there is one walk over them. */
    @Override
    public Iterator<Row> iterator() {
        if (walked) {
            throw new PgUsageException("the rows of a RowStream can be walked once");
        }
        walked = true;
        return new Rows();
    }

    /**
     * Passes over what is left, so that the connection is free; the statement is run to its end, as one that changes
     * something has to be. To be quick where many rows are left, {@link #abandon} before.
     */
    @Override
    public void close() {
        results.close();
    }

    /** Frees the connection without reading all that is left, as {@link Results#abandon} does. */
    public void abandon() {
        results.abandon();
    }

    /** Success is known only when nothing follows; returns false, as there are no rows. */
    private boolean finish() {
        tag = results.tag().isEmpty() ? tag : results.tag();
        while (results.next()) {
            if (results.hasRows()) {
                throw results.refuse("several statements of the text return rows: use execute() or script()");
            }
            tag = results.tag();
        }
        return false;
    }

    private final class Rows implements Iterator<Row> {
        private boolean fetched;
        private boolean available;

        @Override
        public boolean hasNext() {
            if (!fetched) {
                available = results.nextRow() || finish();
                fetched = true;
            }
            return available;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            fetched = false;
            return results.row();
        }
    }
}
