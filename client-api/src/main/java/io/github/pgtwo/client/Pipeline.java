package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.Turn;
import io.github.pgtwo.codec.frontend.Query;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are sent before the answers to earlier ones have come. Each is a transaction of its own outside of a
 * block, and its failure is its own. Answers come in the order of the texts; those that have to be read to make room
 * for the next text are kept in memory until they are taken.
 *
 * <p>At most 8 KiB are on their way unanswered, or one longer text, and in few pieces, since a socket makes room for each
 * piece: that always fits between the two sides, so that they never wait for each other. A COPY must not be sent in
 * this way: what follows would be its data, and the connection is closed. Not thread-safe.
 */
public final class Pipeline implements AutoCloseable {
    private static final int MOST_ON_THE_WAY = 8192;
    private static final int PIECE = MOST_ON_THE_WAY / 2;

    private final Session session;
    private final Deque<Query> unanswered = new ArrayDeque<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final int mostRows;
    private int onTheWay;
    private int unsent;
    private boolean closed;

    /** What a text has led to: either is there. */
    private record Answer(@Nullable Result result, @Nullable PgException failure) {}

    Pipeline(Session session) {
        this(session, Integer.MAX_VALUE);
    }

    /** One in which no answer has more rows than this. */
    Pipeline(Session session, int mostRows) {
        this.session = session;
        this.mostRows = mostRows;
        Turn mine = session.alone();
        try (mine) {
            session.hold("a Pipeline");
        }
    }

    /**
     * Sends a text, at the latest when its answer is asked for.
     *
     * @throws PgUsageException if it cannot be sent, or the pipeline is closed
     * @throws PgTransportException if the connection breaks
     */
    public void send(String sql) {
        if (closed) {
            throw new PgUsageException("the pipeline has been closed");
        }
        Query query = session.query(sql);
        while (!unanswered.isEmpty() && onTheWay + query.wireLength() > MOST_ON_THE_WAY) {
            read();
        }
        session.checkUsable();
        if (unanswered.isEmpty()) {
            session.prepare();
        }
        session.wire().queue(query);
        unanswered.add(query);
        onTheWay += query.wireLength();
        unsent += query.wireLength();
        if (unsent >= PIECE) {
            flush();
        }
    }

    private void flush() {
        unsent = 0;
        session.flush();
    }

    /** Whether there is an answer that was not taken. */
    public boolean hasNext() {
        return !answers.isEmpty() || !unanswered.isEmpty();
    }

    /**
     * The answer to the earliest text whose answer was not taken.
     *
     * @throws PgUsageException if there is none
     * @throws PgException what {@link PgConnection#query} throws, for this text alone
     */
    public Result next() {
        if (answers.isEmpty() && unanswered.isEmpty()) {
            throw new PgUsageException("all answers have been taken");
        }
        if (answers.isEmpty()) {
            read();
        }
        Answer answer = answers.remove();
        if (answer.failure() != null) {
            throw answer.failure();
        }
        return Objects.requireNonNull(answer.result());
    }

    private void read() {
        boolean sent = unsent < onTheWay;
        Query query = unanswered.remove();
        onTheWay -= query.wireLength();
        try (Results results = new Results(answerTo(query, sent))) {
            List<Result> all = results.all(mostRows);
            answers.add(new Answer(Result.only(all), null));
        } catch (PgException e) {
            answers.add(new Answer(null, e));
        }
    }

    private Cycle answerTo(Query query, boolean sent) {
        String sql = session.encoding().decodeLeniently(query.text());
        try {
            session.checkUsable();
            if (!sent) {
                flush();
            }
        } catch (PgException e) {
            throw session.unanswered(sql, e);
        }
        return session.cycle(sql, () -> session.answered(unsent < onTheWay));
    }

    /**
     * Reads the answers that are left.
     *
     * @throws PgException the first failure that nobody has taken
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            while (hasNext()) {
                next();
            }
        } finally {
            while (!unanswered.isEmpty()) {
                read();
            }
            session.release();
        }
    }
}
