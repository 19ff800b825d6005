package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Timeouts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.Objects;

/** Moves bytes between arrays and a socket, through one direct buffer for each direction. */
final class UnixStream implements ByteStream {
    /** Password packets are no larger; the buffer must not keep them. */
    private static final int LARGEST_SECRET = 1024;

    /** Writes some of a buffer, or waits until that can be done. */
    private interface Step {
        void write(ByteBuffer chunk) throws IOException;
    }

    private final UnixSocket socket;
    private final TransferBuffer in = new TransferBuffer();
    private final TransferBuffer out = new TransferBuffer();
    private volatile int readTimeoutMillis;
    private volatile ChannelInfo info;

    UnixStream(String path, UnixSocket socket) {
        this.socket = socket;
        this.info = ChannelInfo.plain(path).withLocal();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        ByteBuffer buffer = in.cleared(length);
        int count = socket.read(buffer);
        buffer.flip().get(into, offset, buffer.remaining());
        return count;
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        send(from, offset, length, socket::write);
    }

    @Override
    public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
        send(from, offset, length, chunk -> {
            int ready = socket.awaitEither();
            if ((ready & SelectionKey.OP_READ) != 0) {
                arrival.arrived();
            }
            if ((ready & SelectionKey.OP_WRITE) != 0) {
                socket.writeSome(chunk);
            }
        });
    }

    private void send(byte[] from, int offset, int length, Step step) throws IOException {
        Objects.checkFromIndexSize(offset, length, from.length);
        int end = offset + length;
        for (int next = offset; next < end; ) {
            ByteBuffer chunk = out.cleared(end - next);
            int size = chunk.remaining();
            chunk.put(from, next, size).flip();
            while (chunk.hasRemaining()) {
                step.write(chunk);
            }
            if (size <= LARGEST_SECRET) {
                chunk.clear().put(new byte[size]);
            }
            next += size;
        }
    }

    @Override
    public void readTimeout(Duration timeout) throws IOException {
        int millis = Timeouts.millis(timeout);
        if (millis != readTimeoutMillis) {
            socket.receiveTimeout(millis);
            readTimeoutMillis = millis;
        }
    }

    /** Asks for the peer's user only when somebody wants to know: that may take a query to a directory service. */
    @Override
    public ChannelInfo info() {
        ChannelInfo known = info;
        if (known.peerUser().isEmpty()) {
            known = socket.peerUser().map(known::withPeerUser).orElse(known);
            info = known;
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
