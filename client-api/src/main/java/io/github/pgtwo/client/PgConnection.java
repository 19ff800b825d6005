package io.github.pgtwo.client;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.spi.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One conversation with a server.
 *
 * <p>Threads: buffered calls of several threads wait for each other. A {@link Results}, {@link RowStream}, {@link
 * CopyOut}, {@link CopyIn} or {@link Pipeline} holds the connection until it is read to its end or closed; meanwhile every other call is refused with a
 * {@link PgUsageException} that names it. Only {@link #cancel} and {@link #close} may be called at any time. A
 * connection has no thread of its own.
 */
public final class PgConnection implements AutoCloseable {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Session session;

    PgConnection(Session session) {
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
     * @throws PgTimeoutException if it took longer than the {@link #queryTimeout}
     * @throws PgTransportException if the connection broke; what the statement did is then unknown
     */
    public Result query(String sql) {
        return Result.only(session.run(sql));
    }

    /** Runs the statements of a text and returns what each returned; throws as {@link #query} does. */
    public List<Result> script(String sql) {
        return session.run(sql);
    }

    /** Runs one statement and hands out its rows one at a time; throws as {@link #query} does. */
    public RowStream stream(String sql) {
        return RowStream.of(new Results(session.begin(sql, "a RowStream")));
    }

    /** Runs the statements of a text and hands out what each returns, one row at a time. */
    public Results execute(String sql) {
        return new Results(session.begin(sql, "a Results"));
    }

    /**
     * Runs one COPY TO STDOUT and hands out its data as it comes. Statements around it in the text are run as well; their
     * rows are passed over.
     *
     * @throws PgUsageException if the text has no COPY TO STDOUT (all of it has run), several COPYs, or COPY BINARY on a
     *     server up to 6.5
     * @throws PgServerException if the statement failed before its data began; for later failures see {@link CopyOut}
     * @throws PgTransportException if the connection broke
     */
    public CopyOut copyOut(String sql) {
        return new CopyOut(session, sql);
    }

    /**
     * Runs one COPY FROM STDIN in a transaction of its own: BEGIN is sent before, COMMIT behind its end, so that a copy
     * that is given up leaves nothing behind on any server (section 7.6).
     *
     * @throws PgUsageException if a transaction is open, or the text begins or ends one, has no COPY FROM STDIN (it is
     *     rolled back and the connection can be used), or has COPY BINARY on a server up to 6.5
     * @throws PgServerException if the statement failed before it took data; the connection can be used
     * @throws PgTransportException if the connection broke
     */
    public CopyIn copyIn(String sql) {
        return CopyFate.begin(session, sql, true);
    }

    /**
     * Runs one COPY FROM STDIN in the transaction block that the caller has opened, which has to commit it. If the copy
     * fails or is given up, the connection is closed, and all servers roll the block back.
     *
     * <p>Where no block is open, the COPY is a transaction by itself. A copy that is given up then leaves nothing behind
     * from 7.4 on; on 6.4 and 7.0 to 7.3 the server commits the rows that it has got, on 7.3 even a last one that is cut
     * off; 6.5 leaves nothing, but by accident (section 7.6). Throws what {@link #copyIn} throws.
     */
    public CopyIn copyInTransaction(String sql) {
        return CopyFate.begin(session, sql, false);
    }

    /** Begins to send texts without waiting for the answer to each. */
    public Pipeline pipeline() {
        return new Pipeline(session);
    }

    /**
     * Waits for a notification that LISTEN has asked for; the {@link ConnectionListener} has heard of it as well. The
     * server sends them only outside of transactions. Of those that nobody takes, the latest 1000 are kept.
     *
     * @param longest zero to take only what has come already
     * @return the earliest that was not taken, or nothing in that time
     * @throws IllegalArgumentException if the time is negative
     */
    public Optional<Notification> awaitNotification(Duration longest) {
        Duration time = longest.isZero() ? SHORTEST : longest;
        return Optional.ofNullable(session.notification(Deadline.in(time)));
    }

    /**
     * Has the server cancel what is running on this connection, from any thread, over another connection of the same
     * kind; waits until the server has passed the request on. What is running then fails as the server words it, unless
     * it has come to its end before: there is no way to know, and old servers may even hit the next statement.
     *
     * @return false if nothing was running, when nothing is asked
     * @throws PgException if the request went unanswered; the connection then refuses to run anything more
     */
    public boolean cancel() {
        return session.cancel();
    }

    /**
     * How long a statement may take, from now on: then it is cancelled and fails with a {@link PgTimeoutException}. The
     * time is looked at while waiting for the server. Zero, as at first: for ever.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void queryTimeout(Duration longest) {
        session.queryTimeout(longest);
    }

    /** What is known of the transaction block. */
    public TransactionStatus transactionStatus() {
        return session.transactionStatus();
    }

    /** What is known of the server. */
    public ServerProfile profile() {
        return session.profile();
    }

    /** Whether queries can be run, as far as is known without asking the server. */
    public boolean isOpen() {
        return session.isOpen();
    }

    /** Says good-bye if nothing is under way, and closes; a call of another thread then fails. */
    @Override
    public void close() {
        session.close();
    }
}
