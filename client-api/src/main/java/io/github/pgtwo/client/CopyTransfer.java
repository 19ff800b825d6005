package io.github.pgtwo.client;

import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.session.ClientSession;
import java.io.IOException;
import java.io.OutputStream;

/** Passes copy data on to a stream from where it lies. */
final class CopyTransfer implements ByteSink<CopyTransfer.StreamFailure>, Take<CopyTransfer.StreamFailure> {
    private final Cycle cycle;
    private final OutputStream out;
    private long written;

    CopyTransfer(Cycle cycle, OutputStream out) {
        this.cycle = cycle;
        this.out = out;
    }

    /** What the stream has thrown; a kind of its own, so that nobody takes it for a failure of the connection. */
    static final class StreamFailure extends Exception {
        private static final long serialVersionUID = 1L;

        private final Exception thrown;

        private StreamFailure(Exception thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        /** What the stream has thrown. */
        IOException unwrapped() {
            if (thrown instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            return (IOException) thrown;
        }
    }

    @Override
    public boolean from(ClientSession session) throws StreamFailure {
        return session.next(this);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws StreamFailure {
        try {
            out.write(from, offset, length);
            cycle.checkFailure(); // the stream may have closed the copy
        } catch (IOException | RuntimeException e) {
            throw new StreamFailure(e);
        }
        written += length;
    }

    /** How many bytes have been passed on. */
    long written() {
        return written;
    }
}
