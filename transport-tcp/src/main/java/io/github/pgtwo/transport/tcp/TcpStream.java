package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * The socket of a channel. Its calls block, each one a single call of the system, except for those of a write that
 * reads meanwhile; the first call behind it makes the channel block again.
 */
final class TcpStream extends SocketStream {
    /** The JDK takes memory outside of the heap for a whole call. */
    private static final int CHUNK = 64 * 1024;

    private static final int EITHER = SelectionKey.OP_READ | SelectionKey.OP_WRITE;

    private final Socket socket;
    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;
    private final Readiness readiness;
    private volatile boolean bothWays;
    private volatile boolean ended;

    /** The last read took all that it had room for, so that there may be more. */
    private volatile boolean filled;

    /** Of a socket that has a channel. */
    TcpStream(Socket socket, Endpoint endpoint) throws IOException {
        super(socket, endpoint);
        this.socket = socket;
        channel = socket.getChannel();
        in = socket.getInputStream();
        out = socket.getOutputStream();
        readiness = new Readiness(channel);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int most = Math.min(length, CHUNK);
            int count = endChecked(bothWays ? readMeanwhile(into, offset, most) : readBlocking(into, offset, most));
            ended = count < 0;
            filled = count == most;
            return count;
        } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
            throw explained(e);
        }
    }

    private int readBlocking(byte[] into, int offset, int length) throws IOException {
        block();
        if (filled && socket.getSoTimeout() > 0 && in.available() > 0) {
            return channel.read(ByteBuffer.wrap(into, offset, length)); // one with a timeout takes four calls more
        }
        return in.read(into, offset, length);
    }

    private int readMeanwhile(byte[] into, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
        int count = channel.read(buffer);
        while (count == 0) {
            if (readiness.await(SelectionKey.OP_READ, socket.getSoTimeout()) == 0) {
                throw new SocketTimeoutException();
            }
            count = channel.read(buffer);
        }
        return count;
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        try {
            block();
            int end = offset + length;
            for (int next = offset; next < end; next += CHUNK) {
                out.write(from, next, Math.min(CHUNK, end - next));
            }
        } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
            throw explained(e);
        }
    }

    private void block() throws IOException {
        if (!channel.isBlocking()) {
            readiness.release();
            channel.configureBlocking(true);
        }
    }

    @Override
    public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(from, offset, length);
        bothWays = true;
        try {
            while (rest.hasRemaining()) {
                int ready = awaitEither();
                if ((ready & SelectionKey.OP_READ) != 0) {
                    arrival.arrived();
                }
                if ((ready & SelectionKey.OP_WRITE) != 0) {
                    writeSome(rest);
                }
            }
        } finally {
            bothWays = false;
        }
    }

    /** The end of the stream would be there to be read again and again. */
    private int awaitEither() throws IOException {
        try {
            channel.configureBlocking(false);
            return readiness.await(ended ? SelectionKey.OP_WRITE : EITHER, 0);
        } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
            throw explained(e);
        }
    }

    private void writeSome(ByteBuffer rest) throws IOException {
        try {
            int size = Math.min(CHUNK, rest.remaining());
            ByteBuffer chunk = rest.slice(rest.position(), size);
            channel.write(chunk);
            rest.position(rest.position() + chunk.position());
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (readiness) {
            super.close();
        }
    }
}
