package io.github.pgtwo.client;

import io.github.pgtwo.client.copy.CopyDataException;
import io.github.pgtwo.client.copy.CopyFormat;
import io.github.pgtwo.client.copy.CopyLines;
import io.github.pgtwo.client.copy.CopyRow;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.PgValueException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The data of one COPY TO STDOUT, as it comes from the server (protocol 2.0, sections 7.1 and 7.7).
 *
 * <p><b>Nothing is certain before the end.</b> When the statement fails in the middle, servers first end the data as if
 * it were whole, behind a row that may be cut off and up to two empty lines, and only then tell the error. So what has
 * been handed out holds only once {@link #writeTo} has returned, or {@link #nextLine} or {@link #nextRow} has returned
 * null; on failure they throw instead, and what they gave before is worth nothing. From a server 6.4, a line of data that
 * begins like an error cannot be told from one.
 *
 * <p>The text of rows is in the charset of the session's encoding (section 5.5), which {@link TextPolicy} names where the
 * server knows none; the policy also says whether malformed text is an error. A statement that asks for an {@code
 * ENCODING} of its own gives bytes in that one: take those.
 *
 * <p>CSV cannot be read safely: a value with a line {@code \.} ends the data early (section 7.4).
 *
 * <p>Holds the connection until its end or {@link #close}. Not thread-safe.
 */
public final class CopyOut implements AutoCloseable {
    static final String CLOSED = "the copy was closed before its end";

    private static final int LONGEST_LINE = 64 << 20;

    private final Session session;
    private final Cycle cycle;
    private CopyRow row;
    private int longestLine = LONGEST_LINE;
    private @Nullable CopyLines lines;
    private CommandTag tag = CommandTag.parse("");

    /** Sends a text and waits for its data to begin. */
    CopyOut(Session session, String sql) {
        this.session = session;
        cycle = CopyDialog.begin(session, sql, BackendKind.COPY_OUT_RESPONSE, "a CopyOut");
        row = new CopyRow(CopyFormat.DEFAULT, session.encoding());
    }

    /**
     * Says how the statement's text has values written, for {@link #nextRow}.
     *
     * @throws PgUsageException if lines have been read, or the session's charset lacks the text for NULL
     */
    public CopyOut format(CopyFormat asked) {
        checkNoLines();
        try {
            row = new CopyRow(asked, session.encoding());
        } catch (CopyDataException e) {
            throw new PgUsageException(e.getMessage(), e);
        }
        return this;
    }

    /**
     * Bounds the length of a line in bytes; 64 MiB if it is not said.
     *
     * @throws PgUsageException if lines have been read
     */
    public CopyOut longestLine(int bytes) {
        checkNoLines();
        longestLine = bytes;
        return this;
    }

    /**
     * Writes the data as the server sent it, without the end marker, and waits for the server to say that it was whole.
     * The stream is not flushed or closed, and must not change the arrays it is given.
     *
     * @return how many bytes that were
     * @throws PgServerException if the statement failed, in the middle or behind all data: what was written is not whole
     * @throws PgTransportException if the connection broke
     * @throws PgUsageException if lines have been read
     * @throws IOException what the stream throws; what has not arrived by then is given up as by {@link #close}
     */
    public long writeTo(OutputStream out) throws IOException {
        checkNoLines();
        return new CopyTransfer(this, cycle, out).run();
    }

    /** The same for a channel, which has to be a blocking one. */
    public long writeTo(WritableByteChannel channel) throws IOException {
        return writeTo(Channels.newOutputStream(channel));
    }

    /**
     * The next line without its end, valid until the next call; null if there is none and all has succeeded. Where a
     * value's newline is written as a newline, which is up to 7.1, it is part of the line.
     *
     * @throws PgServerException if the statement failed: the lines before are not whole
     * @throws PgTransportException if the connection broke
     * @throws PgUsageException if the line is longer than the limit, when the copy is given up as by {@link #close}
     */
    public @Nullable Bytes nextLine() {
        CopyLines cutter = lines();
        cycle.checkFailure();
        try {
            while (!cutter.next()) {
                Bytes piece = nextPiece(Take.EACH);
                if (piece == null) {
                    checkFinished(cutter);
                    return null;
                }
                cutter.add(piece);
            }
        } catch (CopyDataException e) {
            abandon();
            throw cycle.fail(new PgUsageException(e.getMessage(), e));
        }
        return cutter.line();
    }

    /**
     * The values of the next line, valid until the next call; null if there is none and all has succeeded. Throws what
     * {@link #nextLine} throws. A row that was cut off, behind which the copy fails, may have too few of them, and a last
     * one that is malformed. Of malformed text {@link CopyRow#text} throws a {@link PgValueException}, and the copy goes on.
     */
    public @Nullable CopyRow nextRow() {
        Bytes line = nextLine();
        return line == null ? null : row.decode(lines().number(), line);
    }

    /** How many rows were copied; known behind the last one, and told by servers from 8.2 on. */
    public OptionalLong rows() {
        return tag.rows();
    }

    /** What the server has remarked on the copy so far, in the bounds of {@link Result#notices}. */
    public List<ServerMessage> notices() {
        return cycle.notices();
    }

    /**
     * Frees the connection. In the middle of the data, servers from 7.0 on are asked to cancel the statement, which
     * fails an open transaction block; what is still on its way is passed over, which may take as long as a login; then
     * the connection is closed. Later calls do nothing.
     */
    @Override
    public void close() {
        abandon();
    }

    private void abandon() {
        cycle.abandon(session.profile().has(ServerTrait.CANCEL_STOPS_COPY), CLOSED);
    }

    private void checkNoLines() {
        if (lines != null) {
            throw new PgUsageException("the data is being read line by line");
        }
    }

    private CopyLines lines() {
        if (lines == null) {
            lines = new CopyLines(session.profile().has(ServerTrait.COPY_OUT_RAW_NEWLINES), longestLine);
        }
        return lines;
    }

    /** The next data, taken in this way; null if there is none and all has succeeded. */
    <X extends Exception> @Nullable Bytes nextPiece(Take<X> take) throws X {
        cycle.checkFailure();
        if (cycle.over()) {
            return null;
        }
        BackendMessage message = cycle.next(take);
        if (message.kind() == BackendKind.COPY_OUT_DATA) {
            return ((CopyOutData) message).data();
        }
        tag = CopyDialog.end(cycle, take);
        return null;
    }

    private void checkFinished(CopyLines cutter) {
        if (cutter.unfinished()) {
            throw cycle.broken(new PgProtocolException("the copy data has ended in the middle of a line"));
        }
    }
}
