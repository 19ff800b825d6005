package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.sql.Identifier;
import java.util.concurrent.atomic.AtomicLong;

/** Declares the cursors of a connection, and gives names to those that have none. */
final class Cursors {
    private final Session session;
    private final AtomicLong unnamed = new AtomicLong();

    Cursors(Session session) {
        this.session = session;
    }

    /** One with a name of ours; {@code kind} stands in front of CURSOR. */
    Cursor declare(String kind, String sql, int rowsAtOnce) {
        return Cursor.declare(session, "pgtwo_" + unnamed.incrementAndGet(), kind, sql, rowsAtOnce);
    }

    /** One with a name that the caller has chosen. */
    Cursor named(String name, String sql, int rowsAtOnce) {
        try {
            return Cursor.declare(session, Identifier.quoted(name, session.profile()), "", sql, rowsAtOnce);
        } catch (IllegalArgumentException e) {
            throw new PgUsageException(e.getMessage(), e);
        }
    }
}
