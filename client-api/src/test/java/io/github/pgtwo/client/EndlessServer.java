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
import java.util.List;

/** Lets anybody in, and answers everything by the same messages over and over; never waits for anything. */
final class EndlessServer implements Transport {
    private static final int PIECE = 8192;

    private final byte[] login;
    private final byte[] more;
    private boolean loggedIn;

    private EndlessServer(List<BackendMessage> login, BackendMessage... messages) {
        this.login = wire(login, 1);
        more = wire(List.of(messages), PIECE);
    }

    /** The messages are sent again and again behind the login. */
    EndlessServer(BackendMessage... messages) {
        this(List.of(Answers.ok(), Answers.key(1, 2), Answers.ready()), messages);
    }

    /** The messages are sent again and again before the login is over. */
    static EndlessServer inLogin(BackendMessage... messages) {
        return new EndlessServer(List.of(Answers.ok()), messages);
    }

    private static byte[] wire(List<BackendMessage> messages, int least) {
        WireWriter wire = new WireWriter();
        do {
            messages.forEach(message -> message.write(wire));
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
        Stream stream = new Stream(endpoint, loggedIn ? new byte[0] : login);
        loggedIn = true;
        return stream;
    }

    private final class Stream implements ByteStream {
        private final Endpoint endpoint;
        private final byte[] first;
        private int next;
        private boolean asked;
        private volatile boolean closed;

        Stream(Endpoint endpoint, byte[] first) {
            this.endpoint = endpoint;
            this.first = first;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (closed) {
                throw new StreamClosedException("closed");
            }
            if (first.length == 0) {
                return -1;
            }
            byte[] from = asked ? more : first;
            int count = Math.min(length, from.length - next);
            System.arraycopy(from, next, into, offset, count);
            next += count;
            if (next == from.length) {
                asked = true;
                next = 0;
            }
            return count;
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) {}

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) {}

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
