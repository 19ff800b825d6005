package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.lexer.CopyStatement;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;

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
            BackendMessage message = cycle.next();
            if (message.kind() == begin) {
                return cycle;
            }
            refuseData(cycle, message);
        }
        throw new PgUsageException("no copy data has begun: the text has been run, and has no COPY "
                + (begin == BackendKind.COPY_IN_RESPONSE ? "FROM STDIN" : "TO STDOUT"));
    }

    /** Data that nobody has prepared for. */
    static void refuseData(Cycle cycle, BackendMessage message) {
        switch (message.kind()) {
            case COPY_IN_RESPONSE ->
                throw cycle.broken(new PgUsageException(
                        "COPY FROM STDIN needs a copyIn() of its own; the server waits for data, so that the connection"
                                + " had to be closed"));
            case COPY_OUT_RESPONSE ->
                throw cycle.failed(new PgUsageException("COPY TO STDOUT needs a copyOut() of its own"));
            default -> {}
        }
    }

    /** Takes all that is left of an answer in this way, in which no copy data may come. */
    static <X extends Exception> void takeRest(Cycle cycle, Take<X> take) throws X {
        while (!cycle.over()) {
            refuseData(cycle, cycle.next(take));
        }
    }

    /** Waits, behind the data, for all to be over, and returns the tag of the COPY. */
    static CommandTag end(Cycle cycle) {
        String tag = "";
        while (!cycle.over()) {
            BackendMessage message = cycle.next();
            refuseData(cycle, message);
            if (tag.isEmpty() && message.kind() == BackendKind.COMPLETED_RESPONSE) {
                tag = cycle.tag();
            }
        }
        if (tag.isEmpty()) {
            throw cycle.broken(new PgProtocolException("ReadyForQuery, and not a word of the COPY"));
        }
        return CommandTag.parse(tag);
    }
}
