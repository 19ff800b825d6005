package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.Turn;
import io.github.pgtwo.codec.ValueSink;
import io.github.pgtwo.codec.session.ClientSession;
import java.io.IOException;
import java.io.OutputStream;

/** Passes the one value of an answer on while it arrives. */
final class ValueTransfer extends Handover implements ValueSink {
    private final OutputStream out;
    private long rows;
    private long written;
    private boolean absent;

    private ValueTransfer(OutputStream out) {
        this.out = out;
    }

    /** Runs a text, whose one row has one value, and returns how many bytes that has. */
    static long run(Session session, String sql, OutputStream out) throws IOException {
        ValueTransfer transfer = new ValueTransfer(out);
        Turn mine = session.alone();
        try (mine) {
            transfer.run(session.begin(sql, "a value"));
        }
        return transfer.result();
    }

    private long result() throws IOException {
        CallerFailure failure = failure();
        if (failure != null) {
            throw failure.unwrapped();
        }
        if (rows != 1 || absent) {
            throw new PgUsageException(
                    "the answer should be one value, and " + (rows == 1 ? "is NULL" : "has " + rows + " rows"));
        }
        return written;
    }

    @Override
    boolean handOver(ClientSession session) {
        return session.next(this);
    }

    @Override
    public void row(int columns) {
        rows++;
        absent = columns == 0;
    }

    @Override
    public void isNull(int column) {
        absent |= column == 0;
    }

    /** What is beyond the first value, or behind a failure, is passed over. */
    @Override
    public void piece(int column, byte[] array, int offset, int length) {
        if (column > 0 || rows > 1 || failure() != null) {
            return;
        }
        try {
            out.write(array, offset, length);
            written += length;
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }
}
