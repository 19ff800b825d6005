package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.event.Notification;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with a server.
 *
 * <p>Threads: buffered calls of several threads wait for each other. A {@link Results}, {@link RowStream}, {@link CopyOut},
 * {@link CopyIn} or {@link Pipeline} holds the connection until it is read to its end or closed; meanwhile every other
 * call is refused with a {@link PgUsageException} that names it. Only {@link #cancel} and {@link #close} may be called at
 * any time. A connection has no thread of its own.
 */
public final class PgConnection extends Queries implements AutoCloseable {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Transactions transactions;
    private final LargeObjects largeObjects;
    private final Cursors cursors;

    PgConnection(Session session) {
        super(session);
        transactions = new Transactions(session, this);
        largeObjects = new LargeObjects(session);
        cursors = new Cursors(session);
    }

    /**
     * Runs one COPY TO STDOUT and hands out its data as it comes. Rows of statements around it are passed over.
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
     * <p>Where no block is open, the COPY is a transaction by itself, of which old servers keep what has come when it is
     * given up (see {@link CopyIn#close}). Throws what {@link #copyIn} throws.
     */
    public CopyIn copyInTransaction(String sql) {
        return CopyFate.begin(session, sql, false);
    }

    /** Begins to send texts without waiting for the answer to each. */
    public Pipeline pipeline() {
        return new Pipeline(session);
    }

    /**
     * Declares a cursor with a name of its own, within a transaction.
     *
     * @param sql a query
     * @param rowsAtOnce how many rows are asked for, and held in memory, at a time
     * @throws PgUsageException outside of a transaction
     */
    public Cursor cursor(String sql, int rowsAtOnce) {
        return cursors.declare("", sql, rowsAtOnce);
    }

    /** The same with a name of choice, which is quoted: letters keep their case. */
    public Cursor cursor(String name, String sql, int rowsAtOnce) {
        return cursors.named(name, sql, rowsAtOnce);
    }

    /** The same with rows in the server's binary form, in the byte order of the {@link #profile}. */
    public Cursor binaryCursor(String sql, int rowsAtOnce) {
        return cursors.declare(" BINARY", sql, rowsAtOnce);
    }

    /**
     * Calls a function by the fast path (section 8), which is part of the transaction as a statement is.
     *
     * @param oid of the function, an unsigned 32-bit number
     * @param arguments in binary form: from 7.4 on in network byte order; before, by-value types in network order and
     *     others as they lie in the server's memory ({@link ServerProfile#byteOrder}). Their number and lengths must be
     *     right: up to 7.3 an error closes the connection, as the server may have lost step. Null for NULL, from 7.4 on
     * @return the result in the same form; empty for NULL; for void either that, or from 9.1 on no bytes
     * @throws PgServerException if the function failed
     */
    public Optional<Bytes> call(long oid, @Nullable Bytes... arguments) {
        return new FastPath(session).call(oid, arguments);
    }

    /** The large objects of the database. */
    public LargeObjects largeObjects() {
        return largeObjects;
    }

    /**
     * Runs work in a transaction, which is committed when it returns, and rolled back when it throws.
     *
     * @return what the work returned
     * @throws PgRolledBackException if a statement had failed and the work went on regardless
     * @throws PgTransportException if the connection broke; while committing, it is unknown whether that was done
     * @throws PgUsageException if there is a transaction already, or the work has ended it
     */
    public <T, X extends Exception> T inTransaction(TransactionWork<T, X> work) throws X {
        return transactions.run(work);
    }

    /**
     * Runs work in a part of the transaction, which is undone for itself when the work throws.
     *
     * @throws PgRolledBackException if a statement had failed and the work went on regardless
     * @throws PgUsageException outside of a transaction, and on servers before 8.0, which have no savepoints
     */
    public <T, X extends Exception> T inSavepoint(TransactionWork<T, X> work) throws X {
        return transactions.runInSavepoint(work);
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
     * time is looked at while waiting for the server; one that does not take a long text ends the connection. Zero, as at
     * first: for ever.
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
