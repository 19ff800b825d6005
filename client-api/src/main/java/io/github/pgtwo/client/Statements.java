package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.Turn;
import io.github.pgtwo.client.sql.Sql;
import java.util.List;

/** Runs texts to their end and holds in memory what they return. */
final class Statements {
    private Statements() {}

    /** A text with its arguments as this session has to send it. */
    static String text(Session session, Sql sql) {
        try {
            return sql.render(session.profile(), session.encoding());
        } catch (IllegalArgumentException e) {
            throw new PgUsageException(e.getMessage(), e);
        }
    }

    /** Runs the statements of a text, and returns what each returned. */
    static List<Result> run(Session session, String sql) {
        return run(session, sql, Integer.MAX_VALUE);
    }

    /** The same, if no result has more rows than this. */
    static List<Result> run(Session session, String sql, int mostRows) {
        Turn mine = session.alone();
        try (mine) {
            try (Results results = new Results(session.begin(sql, "a script"))) {
                return results.all(mostRows);
            }
        }
    }
}
