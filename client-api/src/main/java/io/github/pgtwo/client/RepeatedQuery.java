package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.Turn;
import io.github.pgtwo.codec.backend.RowView;
import io.github.pgtwo.codec.backend.RowVisitor;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.session.ClientSession;
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

    RepeatedQuery(Session session, String sql) {
        this.session = session;
        this.sql = sql;
        query = session.query(sql);
    }

    /** Shows rows to a visitor until one is too much for it, and counts them. */
    private static final class Passing extends Handover implements RowVisitor {
        private @Nullable RowVisitor visitor;
        private long count;

        void show(Cycle cycle, RowVisitor next) {
            visitor = next;
            count = 0;
            run(cycle);
        }

        @Override
        boolean handOver(ClientSession session) {
            return session.next(this);
        }

        @Override
        public void row(RowView row) {
            count++;
            RowVisitor present = visitor;
            if (present == null) {
                return;
            }
            try {
                present.row(row);
            } catch (RuntimeException e) {
                failed(e);
                visitor = null;
            }
        }
    }

    /**
     * Runs the statements of the text, and shows the rows of all of them.
     *
     * @param visitor must not use the connection. What it throws is thrown, without any more rows having been shown. If
     *     the answer has not arrived to its end by then, the rest is given up as by {@link Results#abandon}
     * @return how many rows there were
     * @throws PgException what {@link PgConnection#query} throws; the rows that were shown before are then worth nothing
     * @throws PgServerException if a statement failed
     */
    public long run(RowVisitor visitor) {
        Turn mine = session.alone();
        try (mine) {
            rows.show(session.begin(query, sql, "a RepeatedQuery"), visitor);
            CallerFailure failure = rows.failure();
            if (failure != null) {
                throw failure.unchecked();
            }
            return rows.count;
        }
    }
}
