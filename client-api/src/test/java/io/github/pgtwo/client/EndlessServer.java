package io.github.pgtwo.client;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.testkit.backend.Answers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Lets anybody in, and answers everything by the same messages over and over; never waits for anything. */
final class EndlessServer implements Transport {
    private static final int PIECE = 8192;

    private static final byte[] LOGIN = wire(1, Answers.ok(), Answers.key(1, 2), Answers.ready());

    private final Deque<byte[]> first = new ArrayDeque<>();
    private final byte[] more;
    private boolean loggedIn;
    private boolean deaf;

    private EndlessServer(List<byte[]> first, BackendMessage... messages) {
        this.first.addAll(first);
        more = wire(PIECE, messages);
    }

    /** The messages are sent again and again behind the login. */
    EndlessServer(BackendMessage... messages) {
        this(List.of(LOGIN), messages);
    }

    /** The messages are sent again and again before the login is over. */
    static EndlessServer inLogin(BackendMessage... messages) {
        return new EndlessServer(List.of(wire(1, Answers.ok())), messages);
    }

    /** The messages are sent again and again behind another one. */
    static EndlessServer behind(BackendMessage begin, BackendMessage... messages) {
        return new EndlessServer(List.of(LOGIN, wire(1, begin)), messages);
    }

    /** The same, while it takes nothing of what it is sent. */
    static EndlessServer deaf(BackendMessage begin, BackendMessage... messages) {
        EndlessServer server = behind(begin, messages);
        server.deaf = true;
        return server;
    }

    /** A builder of clients of this server, which ask nothing. */
    PgClientBuilder client() {
        return PgClient.builder()
                .transport(this)
                .endpoint(Endpoint.tcp("endless", 1))
                .user("alice")
                .serverProfile(Profiles.THIRTEEN);
    }

    private static byte[] wire(int least, BackendMessage... messages) {
        WireWriter wire = new WireWriter();
        do {
            List.of(messages).forEach(message -> message.write(wire));
        } while (wire.length() < least);
        return wire.take().toByteArray();
    }

    @Override
    public String name() {
        return "endless";
    }

    @Override
    public boolean supports(Endpoint endpoint) {
        return true;
    }

    /** Later connections are there to cancel, which does nothing. */
    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) {
        Stream stream = new Stream(endpoint, loggedIn);
        loggedIn = true;
        return stream;
    }

    private final class Stream implements ByteStream {
        private final Endpoint endpoint;
        private final boolean silent;
        private byte[] piece = new byte[0];
        private int next;
        private volatile boolean closed;

        Stream(Endpoint endpoint, boolean silent) {
            this.endpoint = endpoint;
            this.silent = silent;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (closed) {
                throw new StreamClosedException("closed");
            }
            if (silent) {
                return -1;
            }
            if (next == piece.length) {
                piece = first.isEmpty() ? more : first.remove();
                next = 0;
            }
            int count = Math.min(length, piece.length - next);
            System.arraycopy(piece, next, into, offset, count);
            next += count;
            return count;
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) {}

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            while (deaf) {
                arrival.arrived();
            }
        }

        @Override
        public void readTimeout(Duration timeout) {}

        @Override
        public ChannelInfo info() {
            return ChannelInfo.plain(endpoint.toString());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
