package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.lexer.CopyStatement;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.codec.backend.BackendKind;

/** What is said before and behind the data of a COPY (section 7.1). */
final class CopyDialog {
    private CopyDialog() {}

    /**
     * Sends a text and waits for its copy data to begin.
     *
     * @param begin the message with which the data begins
     * @throws PgUsageException if none begins; the connection is free again, unless the server waits for data
     */
    static Cycle begin(Session session, String sql, BackendKind begin, String user) {
        if (session.profile().has(ServerTrait.COPY_BINARY_WITHOUT_END)
                && CopyStatement.isBinary(sql, session.profile())) {
            throw new PgUsageException("COPY BINARY of this server has no end that could be seen: use the text format");
        }
        Cycle cycle = session.begin(sql, user);
        while (!cycle.over()) {
            if (cycle.nextOr(begin).kind() == begin) {
                return cycle;
            }
        }
        throw new PgUsageException("no copy data has begun: the text has been run, and has no COPY "
                + (begin == BackendKind.COPY_IN_RESPONSE ? "FROM STDIN" : "TO STDOUT"));
    }

    /** Waits, behind the data, for all to be over, and returns the tag of the COPY. */
    static CommandTag end(Cycle cycle) {
        return end(cycle, Take.EACH);
    }

    /** The same, with messages taken in this way. */
    static <X extends Exception> CommandTag end(Cycle cycle, Take<X> take) throws X {
        String tag = "";
        while (!cycle.over()) {
            BackendKind kind = cycle.next(take).kind();
            if (tag.isEmpty() && kind == BackendKind.COMPLETED_RESPONSE) {
                tag = cycle.tag();
            }
        }
        if (tag.isEmpty()) {
            throw cycle.broken(new PgProtocolException("ReadyForQuery, and not a word of the COPY"));
        }
        return CommandTag.parse(tag);
    }
}
