package io.github.pgtwo.client;

import io.github.pgtwo.client.session.Session;
import java.util.List;

/** Runs texts to their end and holds in memory what they return. */
final class Statements {
    private Statements() {}

    /** Runs the statements of a text, and returns what each returned. */
    static List<Result> run(Session session, String sql) {
        return run(session, sql, Integer.MAX_VALUE);
    }

    /** The same, if no result has more rows than this. */
    static List<Result> run(Session session, String sql, int mostRows) {
        return session.alone(() -> {
            try (Results results = new Results(session.begin(sql, "a script"))) {
                return results.all(mostRows);
            }
        });
    }
}
