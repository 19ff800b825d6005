package io.github.pgtwo.client.session;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.event.Notification;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.Deadline;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One logged-in session: what is known of the server, and how commands get to it. */
public final class Session {
    private final Wire wire;
    private final Canceller canceller;
    private final QueryClock clock;
    private final Turn turn = new Turn();
    private final Runnable release = this::release;
    private final Activity activity = new Activity();
    private final ColumnTypes columnTypes;
    private volatile ServerProfile profile;
    private volatile TransactionTracker transaction;
    private volatile Duration queryTimeout = Duration.ZERO;

    /** On a connection that waits for its first query. */
    public Session(Wire wire, Canceller canceller, ServerProfile profile, TypeRegistry types) {
        this.wire = wire;
        this.canceller = canceller;
        clock = new QueryClock(wire.patience(), canceller, wire.bystander().events());
        this.profile = profile;
        columnTypes = new ColumnTypes(types);
        transaction = new TransactionTracker(profile);
    }

    /** Corrects what is known of the server. */
    public void learn(ServerProfile learnt) {
        profile = learnt;
        transaction = new TransactionTracker(learnt);
    }

    /** What is known of the server. */
    public ServerProfile profile() {
        return profile;
    }

    /** How text is read and written. */
    public TextEncoding encoding() {
        return wire.bystander().encoding();
    }

    /** What is known of the transaction block. */
    public TransactionStatus transactionStatus() {
        return transaction.status();
    }

    /** What the texts and their answers mean for the transaction block. */
    public TransactionTracker transaction() {
        return transaction;
    }

    ColumnTypes columnTypes() {
        return columnTypes;
    }

    QueryClock clock() {
        return clock;
    }

    /** The conversation. */
    public Wire wire() {
        return wire;
    }

    /** How long a statement may take from now on; zero for ever. */
    public void queryTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout of " + timeout + " is negative");
        }
        queryTimeout = timeout;
    }

    /** Waits until no other thread talks to the server; the next one may when what is returned is closed. */
    public Turn alone() {
        return turn.alone();
    }

    /** Sends a text, whose answer holds the connection until it is over. */
    public Cycle begin(String sql, String user) {
        return begin(query(sql), sql, user);
    }

    /** Sends a command; its text, if it is one, tells what it does to the transaction. */
    public Cycle begin(FrontendMessage command, String sql, String user) {
        Turn mine = alone();
        try (mine) {
            hold(user);
            try {
                prepare();
                clock.start(queryTimeout);
                send(command, sql);
            } catch (RuntimeException | Error e) {
                clock.stop(e);
                release();
                throw e;
            }
            transaction.begin(sql);
            return new Cycle(this, release);
        }
    }

    /** What could not be sent for certain may have arrived all the same. */
    private void send(FrontendMessage command, String sql) {
        try {
            wire.queue(command);
            flush();
        } catch (PgException e) {
            throw unanswered(sql, e.getCause() instanceof SocketTimeoutException late ? clock.stuck(late) : e);
        }
    }

    /** What to call it that a text may have been sent, and nothing is heard of it. */
    public PgException unanswered(String sql, PgException loss) {
        transaction.begin(sql);
        return transaction.unanswered(loss);
    }

    /** Makes sure that what comes next is the answer to the next command, and that nothing old can hit it. */
    public void prepare() {
        canceller.nextCommand();
        wire.prepare();
    }

    /** Sends what is queued, from when on it can be cancelled. */
    public void flush() {
        activity.begin(wire);
    }

    /** The answer to a command that was sent. */
    public Cycle cycle(String sql, Runnable release) {
        clock.start(queryTimeout);
        transaction.begin(sql);
        return new Cycle(this, release);
    }

    /** The text as a message, if the server will read all of it. */
    public Query query(String sql) {
        return QueryText.of(sql, profile, encoding());
    }

    /** Takes the connection until {@link #release}. */
    public void hold(String user) {
        turn.checkFree();
        checkUsable();
        if (wire.phase() != Phase.IDLE) {
            throw lost();
        }
        canceller.checkReusable();
        turn.take(user);
    }

    /** Refuses a connection that is lost. */
    public void checkUsable() {
        if (!wire.usable()) {
            throw lost();
        }
    }

    private static PgTransportException lost() {
        return new PgTransportException("the connection is lost, as an earlier call has reported", null);
    }

    /** One of several commands has been answered; whether others are under way, which could be cancelled. */
    public void answered(boolean more) {
        activity.goesOn(more);
    }

    /** The connection is free again. */
    public void release() {
        activity.goesOn(false);
        turn.release();
    }

    /** Waits for a notification. */
    @Nullable
    public Notification notification(Deadline until) {
        Turn mine = alone();
        try (mine) {
            hold("awaitNotification");
            try {
                Notification notification = wire.bystander().takeNotification();
                while (notification == null && wire.listen(until)) {
                    notification = wire.bystander().takeNotification();
                }
                return notification;
            } finally {
                release();
            }
        }
    }

    /** Has what is running be cancelled, from any thread; returns whether anything was. */
    public boolean cancel() {
        return canceller.cancel(activity::underWay);
    }

    /** How long a request to cancel, and then the end of what it is for, may take. */
    public Duration cancelTime() {
        return canceller.time();
    }

    /** Whether queries can be run, as far as is known without asking the server. */
    public boolean isOpen() {
        return !turn.isOver() && wire.usable() && canceller.reusable();
    }

    /** Says good-bye if nothing is under way, and closes; a call of another thread then fails. */
    public void close() {
        turn.end(wire);
        wire.close();
    }
}
