package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.sql.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The part of a connection that asks and gets rows: all forms of it, apart so that both parts can be read. */
abstract sealed class Queries permits PgConnection {
    final Session session;

    Queries(Session session) {
        this.session = session;
    }

    /**
     * Runs one statement and returns what it returned. A text without a statement gives an empty result.
     *
     * @param sql without NUL; servers up to 7.1 may send several tags for one statement, of which the last
     *     counts
     * @throws PgUsageException if several statements returned rows (all have run), or the connection is held
     * @throws PgServerException if the statement failed
     * @throws PgRolledBackException if it was a COMMIT that the server turned into a rollback
     * @throws PgTimeoutException if it took longer than the {@link PgConnection#queryTimeout}
     * @throws PgTransportException if the connection broke; what the statement did is then unknown
     */
    public Result query(String sql) {
        return Result.only(Statements.run(session, sql));
    }

    /** The same with arguments; a refusal has the SqlArgumentException as its cause, and nothing was sent then. */
    public Result query(Sql sql) {
        return query(text(sql));
    }

    /** A text with its arguments, fit for pipelines, cursors and copies on this connection; as secret as they are. */
    public String text(Sql sql) {
        return Statements.text(session, sql);
    }

    /** Runs the statements of a text and returns what each returned; throws as {@link #query} does. */
    public List<Result> script(String sql) {
        return Statements.run(session, sql);
    }

    /** Runs one statement and hands out its rows one at a time; throws as {@link #query} does. */
    public RowStream stream(String sql) {
        return RowStream.of(new Results(session.begin(sql, "a RowStream")));
    }

    /** The same with arguments. */
    public RowStream stream(Sql sql) {
        return stream(text(sql));
    }

    /** A text to be run again and again, with its rows shown where they lie; the fastest way to read. */
    public RepeatedQuery repeated(String sql) {
        return new RepeatedQuery(session, sql);
    }

    /**
     * Runs a text whose answer is one value, of any length, writes that to a stream while it arrives, as the server sent
     * it, and returns how many bytes it has. Throws as {@link #query} does.
     *
     * @throws IOException what the stream throws; what has not arrived by then is given up as by {@link Results#abandon}
     * @throws PgUsageException if there is no row, or more than one, or the value is NULL; of more columns the first counts
     */
    public long transferValue(String sql, OutputStream out) throws IOException {
        return ValueTransfer.run(session, sql, out);
    }

    /** Runs the statements of a text and hands out what each returns, one row at a time. */
    public Results execute(String sql) {
        return new Results(session.begin(sql, "a Results"));
    }
}
