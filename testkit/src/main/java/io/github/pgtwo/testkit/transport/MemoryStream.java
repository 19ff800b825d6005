package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.StreamClosedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A correct stream; its other end is a peer on the same two pipes. */
class MemoryStream implements ByteStream {
    final MemoryPipe in;
    final MemoryPipe out;
    volatile boolean closed;
    private volatile long timeoutNanos;

    MemoryStream(MemoryPipe in, MemoryPipe out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length, timeoutNanos);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw closed ? new StreamClosedException("memory") : e;
        }
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        try {
            out.write(from, offset, length);
        } catch (IOException e) {
            throw closed ? new StreamClosedException("memory") : e;
        }
    }

    @Override
    public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
        int end = offset + length;
        for (int next = offset; next < end; ) {
            boolean arrived = out.awaitRoomOr(in);
            if (closed) {
                throw new StreamClosedException("memory");
            }
            if (arrived) {
                arrival.arrived();
            }
            next += writeSome(from, next, end - next);
        }
    }

    private int writeSome(byte[] from, int offset, int length) throws IOException {
        try {
            return out.writeSome(from, offset, length);
        } catch (IOException e) {
            throw closed ? new StreamClosedException("memory") : e;
        }
    }

    @Override
    public void readTimeout(Duration timeout) {
        timeoutNanos = timeout.toNanos();
    }

    @Override
    public ChannelInfo info() {
        return ChannelInfo.plain("memory").withLocal().withEncrypted();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        in.breakOff();
        out.end();
    }
}
