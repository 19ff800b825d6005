package io.github.pgtwo.verify.live;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/** TCP that counts open streams, keeps what went through them, and reads in pieces of choice. Thread-safe. */
final class Tap implements Transport {
    private final TcpTransport tcp = new TcpTransport();
    private final AtomicInteger streams = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong read = new AtomicLong();
    private final List<Piece> pieces = new CopyOnWriteArrayList<>();
    private volatile LongUnaryOperator longest = at -> Long.MAX_VALUE;

    /** What a read or write has moved, through which of the streams. */
    record Piece(int stream, boolean toServer, Bytes bytes) {}

    /** How many bytes are read at most, behind so many that have been read since now. */
    void readAtMost(LongUnaryOperator most) {
        long from = read.get();
        longest = at -> most.applyAsLong(at - from);
    }

    List<Piece> pieces() {
        return pieces;
    }

    int open() {
        return open.get();
    }

    @Override
    public String name() {
        return tcp.name();
    }

    @Override
    public boolean supports(Endpoint endpoint) {
        return tcp.supports(endpoint);
    }

    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
        ByteStream stream = tcp.open(endpoint, connectTimeout);
        open.incrementAndGet();
        return new Tapped(stream, streams.getAndIncrement());
    }

    private final class Tapped implements ByteStream {
        private final ByteStream stream;
        private final int number;
        private boolean closed;

        Tapped(ByteStream stream, int number) {
            this.stream = stream;
            this.number = number;
        }

        private void keep(boolean toServer, byte[] from, int offset, int length) {
            pieces.add(new Piece(number, toServer, Bytes.copyOf(from, offset, offset + length)));
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int most = (int) Math.min(length, longest.applyAsLong(read.get()));
            int count = stream.read(into, offset, most);
            if (count > 0) {
                read.addAndGet(count);
                keep(false, into, offset, count);
            }
            return count;
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) throws IOException {
            keep(true, from, offset, length);
            stream.writeFully(from, offset, length);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            keep(true, from, offset, length);
            stream.writeFully(from, offset, length, arrival);
        }

        @Override
        public void readTimeout(Duration timeout) throws IOException {
            stream.readTimeout(timeout);
        }

        @Override
        public ChannelInfo info() {
            return stream.info();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
            stream.close();
        }
    }
}
