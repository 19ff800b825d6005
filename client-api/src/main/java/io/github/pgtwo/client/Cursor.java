package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.TransactionBound;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The rows of a query, asked for some at a time by DECLARE and FETCH, so that memory stays bounded and other statements
 * can be run in between. Lives as long as the transaction that it needs. Not thread-safe.
 */
public final class Cursor implements Iterable<Row>, AutoCloseable {
    private final Session session;
    private final String name;
    private final int rowsAtOnce;
    private final TransactionBound life;
    private boolean ended;
    private boolean closed;

    Cursor(Session session, String name, int rowsAtOnce) {
        this.session = session;
        this.name = name;
        this.rowsAtOnce = rowsAtOnce;
        life = new TransactionBound(session);
    }

    /** Declares it. */
    static Cursor declare(Session session, String name, String kind, String sql, int rowsAtOnce) {
        if (rowsAtOnce < 1) {
            throw new IllegalArgumentException("cannot fetch " + rowsAtOnce + " rows at once");
        }
        TransactionBound.require(session, "a cursor");
        Statements.run(session, "DECLARE " + name + kind + " CURSOR FOR " + sql);
        return new Cursor(session, name, rowsAtOnce);
    }

    /** The name, as it can be used in SQL. */
    public String name() {
        return name;
    }

    /**
     * The next rows; empty behind the last one.
     *
     * @throws PgServerException if the server no longer knows the cursor, also where it only remarks it, up to 7.3
     * @throws PgUsageException if the cursor is closed, or its transaction has ended
     */
    public List<Row> fetch() {
        checkOpen();
        if (ended) {
            return List.of();
        }
        List<Row> rows = fetch("FETCH " + rowsAtOnce + " IN " + name).rows();
        ended = rows.size() < rowsAtOnce;
        return rows;
    }

    private void checkOpen() {
        if (closed || !life.alive()) {
            throw new PgUsageException("cursor " + name + " is closed, or its transaction has ended");
        }
    }

    private Result fetch(String sql) {
        Result result = Result.only(Statements.run(session, sql, rowsAtOnce));
        if (!result.hasRows()) {
            String remark = result.notices().isEmpty()
                    ? "cursor " + name + " is unknown"
                    : result.notices().get(0).message();
            throw new PgServerException(ServerMessage.parse("ERROR:  " + remark), false);
        }
        return result;
    }

    /** All rows that are left, fetched as they are needed. */
    @Override
    public Iterator<Row> iterator() {
        return new Rows();
    }

    /** Closes it on the server too, unless the end or failure of its transaction has done so. */
    @Override
    public void close() {
        boolean open = !closed && life.alive() && session.transactionStatus() != TransactionStatus.FAILED;
        closed = true;
        if (open) {
            Statements.run(session, "CLOSE " + name);
        }
    }

    private final class Rows implements Iterator<Row> {
        private Iterator<Row> batch = List.<Row>of().iterator();

        @Override
        public boolean hasNext() {
            if (!batch.hasNext()) {
                batch = fetch().iterator();
            }
            return batch.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return batch.next();
        }
    }
}
