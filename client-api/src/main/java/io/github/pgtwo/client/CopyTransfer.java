package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.session.ClientSession;
import java.io.IOException;
import java.io.OutputStream;

/** Passes copy data on to a stream from where it lies. */
final class CopyTransfer extends Handover implements ByteSink<CallerFailure> {
    private final CopyOut copy;
    private final Cycle cycle;
    private final OutputStream out;
    private long written;

    CopyTransfer(CopyOut copy, Cycle cycle, OutputStream out) {
        this.copy = copy;
        this.cycle = cycle;
        this.out = out;
    }

    /** Passes all of it on, and returns how many bytes that were. */
    long run() throws IOException {
        run(cycle);
        CallerFailure failure = failure();
        if (failure != null) {
            cycle.fail(new PgUsageException(CopyOut.CLOSED)); // even if its end had arrived
            throw failure.unwrapped();
        }
        return written;
    }

    @Override
    boolean handOver(ClientSession session) throws CallerFailure {
        return session.next(this);
    }

    @Override
    void takeRest(Cycle answer) throws CallerFailure {
        Bytes piece = copy.nextPiece(this);
        while (piece != null) {
            piece.writeTo(this);
            piece = copy.nextPiece(this);
        }
    }

    @Override
    void giveUp(Cycle answer) {
        copy.close();
    }

    /** What is behind a failure is passed over, unless the stream has closed the copy: then there is nothing more. */
    @Override
    public void write(byte[] from, int offset, int length) throws CallerFailure {
        if (failure() != null) {
            return;
        }
        try {
            out.write(from, offset, length);
            cycle.checkFailure();
            written += length;
        } catch (IOException | RuntimeException e) {
            CallerFailure failure = failed(e);
            if (cycle.over()) {
                throw failure;
            }
        }
    }
}
