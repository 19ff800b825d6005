package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.codec.backend.RowView;
import io.github.pgtwo.codec.backend.RowVisitor;
import io.github.pgtwo.codec.frontend.Query;
import org.jspecify.annotations.Nullable;

/**
 * A text that is run again and again, and whose rows are looked at where they lie, by a visitor. Neither a row nor, where
 * the server's answers are alike, a run costs objects that would have to be collected. Threads are those of its
 * connection: runs of several wait for each other.
 */
public final class RepeatedQuery {
    private final Session session;
    private final String sql;
    private final Query query;
    private final Passing rows = new Passing();
    private final Take<RuntimeException> take = from -> from.next(rows);

    RepeatedQuery(Session session, String sql) {
        this.session = session;
        this.sql = sql;
        query = session.query(sql);
    }

    /** Shows rows to a visitor until one is too much for it, and counts them. */
    private static final class Passing implements RowVisitor {
        private RowVisitor visitor = row -> {};
        private long count;
        private @Nullable RuntimeException failure;

        void begin(RowVisitor next) {
            visitor = next;
            count = 0;
            failure = null;
        }

        @Override
        public void row(RowView row) {
            count++;
            if (failure != null) {
                return;
            }
            try {
                visitor.row(row);
            } catch (RuntimeException e) {
                failure = e; // what is left of the answer has to be passed over all the same
            }
        }
    }

    /**
     * Runs the statements of the text, and shows the rows of all of them.
     *
     * @param visitor must not use the connection. What it throws is thrown when the answer has ended, without any more
     *     rows having been shown
     * @return how many rows there were
     * @throws PgException what {@link PgConnection#query} throws; the rows that were shown before are then worth nothing
     * @throws PgServerException if a statement failed
     */
    public long run(RowVisitor visitor) {
        return session.alone(() -> {
            rows.begin(visitor);
            CopyDialog.takeRest(session.begin(query, sql, "a RepeatedQuery"), take);
            if (rows.failure != null) {
                throw rows.failure;
            }
            return rows.count;
        });
    }
}
