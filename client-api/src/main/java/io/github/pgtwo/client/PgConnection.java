package io.github.pgtwo.client;

import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.session.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One conversation with a server.
 *
 * <p>Threads: buffered calls of several threads wait for each other. A {@link Results} or {@link RowStream}
 * holds the connection until it is read to its end or closed; meanwhile every other query is refused with a
 * {@link PgUsageException}. Only {@link #close} may be called at any time.
 */
public final class PgConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PgConnection.class);

    private final Wire wire;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String holder;
    private volatile boolean closed;

    private PgConnection(Wire wire) {
        this.wire = wire;
    }

    /** Turns a session that is logged in into a connection whose text is UTF-8. */
    static PgConnection prepare(Wire wire) {
        PgConnection connection = new PgConnection(wire);
        LOG.debug("logged in over {}", wire.channel());
        try {
            // every server that converts at all knows this name
            connection.script("SET client_encoding = 'UNICODE'");
        } catch (PgServerException e) {
            if (e.fatal()) {
                throw e;
            }
            LOG.debug("the server does not convert text: {}", e.serverMessage().raw());
        }
        return connection;
    }

    /**
     * Runs one statement and returns what it returned. A text without a statement gives an empty result.
     *
     * @param sql without NUL; servers up to 7.1 may send several tags for one statement, of which the last
     *     counts
     * @throws PgUsageException if several statements returned rows (all have run), or the connection is held
     * @throws PgServerException if the statement failed
     * @throws PgTransportException if the connection broke; what the statement did is then unknown
     */
    public Result query(String sql) {
        List<Result> results = script(sql);
        if (results.isEmpty()) {
            return Result.EMPTY;
        }
        List<Result> withRows = results.stream().filter(Result::hasRows).toList();
        if (withRows.size() > 1) {
            throw new PgUsageException("several statements of the text returned rows: use script()");
        }
        return withRows.isEmpty() ? results.get(results.size() - 1) : withRows.get(0);
    }

    /** Runs the statements of a text and returns what each returned; throws as {@link #query} does. */
    public List<Result> script(String sql) {
        lock.lock();
        try (Results results = start(sql, "a script")) {
            List<Result> all = new ArrayList<>();
            while (results.next()) {
                all.add(buffer(results));
            }
            return all;
        } finally {
            lock.unlock();
        }
    }

    private static Result buffer(Results results) {
        boolean hasRows = results.hasRows();
        var columns = results.columns();
        List<Row> rows = new ArrayList<>();
        while (results.nextRow()) {
            rows.add(results.row());
        }
        return new Result(hasRows, columns, rows, results.tag());
    }

    /** Runs one statement and hands out its rows one at a time; throws as {@link #query} does. */
    public RowStream stream(String sql) {
        return RowStream.of(locked(sql, "a RowStream"));
    }

    /** Runs the statements of a text and hands out what each returns, one row at a time. */
    public Results execute(String sql) {
        return locked(sql, "a Results");
    }

    private Results locked(String sql, String user) {
        lock.lock();
        try {
            return start(sql, user);
        } finally {
            lock.unlock();
        }
    }

    private Results start(String sql, String user) {
        checkFree();
        wire.begin(toQuery(sql));
        holder = user;
        return new Results(wire, () -> holder = null);
    }

    private static Query toQuery(String sql) {
        try {
            return Query.of(sql);
        } catch (LocalProtocolException e) {
            throw new PgUsageException("the text cannot be sent: " + e.getMessage(), e);
        }
    }

    private void checkFree() {
        if (closed) {
            throw new PgUsageException("the connection has been closed");
        }
        if (holder != null) {
            throw new PgUsageException(holder + " is still open on this connection: read it to its end or close it");
        }
        if (!wire.usable() || wire.phase() != Phase.IDLE) {
            throw new PgTransportException("the connection is lost, as an earlier call has reported", null);
        }
    }

    /** Whether queries can be run, as far as is known without asking the server. */
    public boolean isOpen() {
        return !closed && wire.usable();
    }

    /** Says good-bye if nothing is under way, and closes; a call of another thread then fails. */
    @Override
    public void close() {
        closed = true;
        if (lock.tryLock()) {
            try {
                if (holder == null) {
                    wire.terminate();
                }
            } finally {
                lock.unlock();
            }
        }
        wire.close();
    }
}
