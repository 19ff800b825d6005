package io.github.pgtwo.client;

import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.session.ClientSession;
import java.io.IOException;
import java.io.OutputStream;

/** Passes copy data on to a stream from where it lies. */
final class CopyTransfer implements ByteSink<CallerFailure>, Take<CallerFailure> {
    private final Cycle cycle;
    private final OutputStream out;
    private long written;

    CopyTransfer(Cycle cycle, OutputStream out) {
        this.cycle = cycle;
        this.out = out;
    }

    @Override
    public boolean from(ClientSession session) throws CallerFailure {
        return session.next(this);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws CallerFailure {
        try {
            out.write(from, offset, length);
            cycle.checkFailure(); // the stream may have closed the copy
        } catch (IOException | RuntimeException e) {
            throw new CallerFailure(e);
        }
        written += length;
    }

    /** How many bytes have been passed on. */
    long written() {
        return written;
    }
}
