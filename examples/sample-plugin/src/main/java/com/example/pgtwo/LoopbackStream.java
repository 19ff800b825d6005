package com.example.pgtwo;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Readiness;
import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.spi.Timeouts;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

// writing-a-transport: begin
final class LoopbackStream implements ByteStream {
    private final SocketChannel channel; // never blocks, so that a write can read meanwhile
    private final Readiness reading;
    private final Readiness writing;
    private final ChannelInfo info;
    private volatile int readTimeoutMillis;
    private volatile boolean ended;
    private volatile boolean closed;

    LoopbackStream(SocketChannel channel, Endpoint endpoint) {
        this.channel = channel;
        this.reading = new Readiness(channel);
        this.writing = new Readiness(channel);
        this.info = ChannelInfo.plain(endpoint.toString()).withLocal();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
        int count = move(() -> channel.read(buffer));
        while (count == 0) {
            if (await(reading, SelectionKey.OP_READ, readTimeoutMillis) == 0) {
                throw new SocketTimeoutException("nothing came from " + info.peer());
            }
            count = move(() -> channel.read(buffer));
        }
        ended = count < 0;
        return count;
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        write(ByteBuffer.wrap(from, offset, length), 0, () -> {});
    }

    @Override
    public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
        write(ByteBuffer.wrap(from, offset, length), SelectionKey.OP_READ, arrival);
    }

    private void write(ByteBuffer rest, int meanwhile, Arrival arrival) throws IOException {
        int end = rest.limit();
        while (rest.position() < end) {
            int ready = await(writing, SelectionKey.OP_WRITE | (ended ? 0 : meanwhile), 0);
            if ((ready & SelectionKey.OP_READ) != 0) {
                arrival.arrived(); // what it throws comes out as it is
            }
            if ((ready & SelectionKey.OP_WRITE) != 0) {
                rest.limit(Math.min(end, rest.position() + 64 * 1024));
                move(() -> channel.write(rest));
            }
        }
    }

    private interface Move {
        int run() throws IOException;
    }

    private int move(Move move) throws IOException {
        try {
            int count = move.run();
            if (count < 0 && closed) {
                throw new StreamClosedException(info.peer());
            }
            return count;
        } catch (IOException e) {
            throw closed ? new StreamClosedException(info.peer()) : e; // whose doing it was
        }
    }

    private int await(Readiness readiness, int operations, int timeoutMillis) throws IOException {
        try {
            return readiness.awaitUninterruptibly(operations, timeoutMillis);
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw new StreamClosedException(info.peer());
        } catch (IOException e) {
            throw closed ? new StreamClosedException(info.peer()) : e;
        }
    }

    @Override
    public void readTimeout(Duration timeout) {
        readTimeoutMillis = Timeouts.millis(timeout); // never rounded down to "for ever"
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try (reading;
                writing) {
            channel.close();
        }
    }
}
// writing-a-transport: end
