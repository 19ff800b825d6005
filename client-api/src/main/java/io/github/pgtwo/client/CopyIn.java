package io.github.pgtwo.client;

import io.github.pgtwo.client.copy.CopyDataException;
import io.github.pgtwo.client.copy.CopyFormat;
import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.Turn;
import io.github.pgtwo.codec.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The data of one COPY FROM STDIN, as it is sent to the server (protocol 2.0, sections 7.1 to 7.6): rows, or lines in the
 * text format, each ended by a newline.
 *
 * <pre>{@code
 * try (CopyIn in = connection.copyIn("copy t from stdin")) {
 *     in.row("1", "one");
 *     in.row("2", null);
 *     in.complete();
 * }
 * }</pre>
 *
 * <p>Only {@link #complete} keeps the rows. Protocol 2.0 has no way to end a copy without its rows but to close the
 * connection, which is what {@link #close} does without it. {@link #outcome} tells what has become of them.
 *
 * <p>After an error the server takes the rest of the data for commands (section 7.5). So an error of the COPY closes the
 * connection at once, and comes as a {@link PgServerException} that is fatal, from whatever call hears it first. For the
 * same reason NUL and whatever would end the data early is refused with a {@link PgUsageException} before anything of
 * that chunk is sent, and the copy goes on.
 *
 * <p>The {@linkplain PgConnection#queryTimeout time of a statement} runs from the beginning of the COPY and ends the
 * connection, with a {@link PgTimeoutException}. So does, with a {@link PgTransportException}, a server that does not take
 * the next 64 KiB within the {@linkplain PgClientBuilder#readTimeout read timeout}.
 *
 * <p>Rows are in the charset of the session's encoding (section 5.5), which {@link TextPolicy} names where the server
 * knows none. A statement that asks for an {@code ENCODING} of its own takes bytes in that one, by {@link #write} alone.
 *
 * <p>CSV cannot be sent safely (section 7.4). Holds the connection until its end. Not thread-safe.
 */
public final class CopyIn implements AutoCloseable {
    private final Session session;
    private final Cycle cycle;
    private final CopySender sender;
    private final CopyFate fate;
    private final WaitingRows rows;
    private boolean inLine;

    /** Behind the server's word that it waits for data. */
    CopyIn(Session session, Cycle cycle, CopyFate fate) {
        this.session = session;
        this.cycle = cycle;
        this.fate = fate;
        sender = new CopySender(session.wire(), cycle);
        rows = new WaitingRows(session);
    }

    /**
     * Says how the statement's text has values written, for {@link #row}.
     *
     * @throws PgUsageException if the server does not know such a thing, or the session's charset lacks the text for NULL
     */
    public CopyIn format(CopyFormat asked) {
        checkOpen();
        sendRows();
        rows.format(asked);
        return this;
    }

    /**
     * Adds a row in the session's charset; null for NULL. Rows are sent when 64 KiB have come together.
     *
     * @throws PgUsageException if the server would load another value than this, or the charset lacks a character of it,
     *     with a {@link CopyDataException} as its cause that names the column; the copy goes on without the row
     * @throws PgServerException if the COPY has failed; the connection is closed
     * @throws PgTransportException if the connection broke
     */
    public void row(@Nullable String... values) {
        checkOpen();
        if (inLine) {
            throw new PgUsageException("the bytes before have ended in the middle of a line");
        }
        rows.add(values);
        if (rows.length() >= CopySender.CHUNK) {
            sendRows();
        }
    }

    /**
     * Adds bytes, cut anywhere. Their lines end with LF alone: up to 7.3 a CR in front of it becomes part of the value,
     * later servers refuse it. 64 KiB and more are sent at once and without a copy, less when so many have come
     * together. Throws what {@link #row} throws, and a {@link PgUsageException} if they have NUL or an unescaped
     * {@code \.}.
     */
    public void write(Bytes data) {
        checkOpen();
        sendRows();
        guarded(() -> sender.send(data));
        inLine = data.isEmpty() ? inLine : data.at(data.length() - 1) != '\n';
    }

    /** The same for part of an array, which may be changed afterwards. */
    public void write(byte[] from, int offset, int length) {
        write(Bytes.wrap(from, offset, offset + length));
    }

    /**
     * Adds everything that a stream has, in pieces of 64 KiB; throws what {@link #write} throws.
     *
     * @param progress is told behind each piece how many bytes of the stream have been taken
     * @return how many bytes the stream had
     * @throws IOException what the stream throws; the copy is not over, and {@link #close} gives it up
     */
    public long transferFrom(InputStream in, LongConsumer progress) throws IOException {
        checkOpen();
        byte[] piece = new byte[CopySender.CHUNK];
        long total = 0;
        int count = in.readNBytes(piece, 0, piece.length);
        while (count > 0) {
            write(piece, 0, count);
            total += count;
            progress.accept(total);
            count = in.readNBytes(piece, 0, piece.length);
        }
        return total;
    }

    /**
     * Ends the data, which must be at the end of a line, and waits until the rows are in the table; in a transaction of
     * its own, until they are committed.
     *
     * @return how many rows were copied, where the server tells, which is from 8.2 on
     * @throws PgUsageException if the data has ended in the middle of a line; the copy goes on
     * @throws PgServerException if the COPY has failed, when the connection is closed; or what comes behind it, such as a
     *     constraint that is checked by the COMMIT, when it can be used unless that was fatal
     * @throws PgTransportException if the connection broke
     */
    public OptionalLong complete() {
        checkOpen();
        sendRows();
        Turn mine = session.alone();
        try (mine) {
            CommandTag tag = guarded(this::end);
            fate.completed();
            return tag.rows();
        }
    }

    private CommandTag end() {
        sender.queueEnd();
        fate.dataEnds();
        sender.flush();
        return CopyDialog.end(cycle);
    }

    /** What has become of the rows; empty as long as the copy is not over. */
    public Optional<CopyOutcome> outcome() {
        return fate.outcome();
    }

    /** What the server has remarked on the copy so far, in the bounds of {@link Result#notices}. */
    public List<ServerMessage> notices() {
        return cycle.notices();
    }

    /**
     * Without {@link #complete}, gives up the copy: the connection is closed in the middle of it. In a transaction of its
     * own, or of the caller, all servers then roll back. Without any, servers from 7.4 on do as well; 6.4 and 7.0 to 7.3
     * commit the rows that they have got, 7.3 even a last one that is cut off; 6.5 keeps nothing, but by accident (section
     * 7.6). {@link #outcome} tells. Once the copy is over, does nothing.
     */
    @Override
    public void close() {
        if (!fate.isSettled()) {
            session.wire().close();
            cycle.fail(new PgUsageException("the copy was closed before complete()"));
            fate.lost();
        }
    }

    private void checkOpen() {
        if (fate.isSettled()) {
            cycle.checkFailure();
            throw new PgUsageException("the copy is over");
        }
    }

    private void sendRows() {
        if (rows.length() > 0) {
            guarded(() -> sender.send(rows.lines()));
            rows.clear();
        }
    }

    private void guarded(Runnable sending) {
        guarded(() -> {
            sending.run();
            return sender;
        });
    }

    /** What the application can set right leaves the copy as it is; any other failure ends it. */
    private <T> T guarded(Supplier<T> talking) {
        try {
            return talking.get();
        } catch (PgException e) {
            if (cycle.over()) {
                fate.failed(e);
            }
            throw e;
        }
    }
}
