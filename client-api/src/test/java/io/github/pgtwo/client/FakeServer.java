package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.spi.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * A transport and its server in one, in memory, for what a script cannot say: what each single read gets, what the
 * channel is, which writes fail, and silence that nobody has to wait for. Each read gets the next prepared answer.
 */
final class FakeServer implements Transport, ByteStream {
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final Deque<byte[]> early = new ArrayDeque<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private ChannelInfo info = ChannelInfo.plain("fake");
    private Optional<ByteStream> beneath = Optional.empty();
    private byte[] takenBack = {};
    private boolean silentAtEnd;
    private boolean closed;
    private boolean deaf;
    private Duration readTimeout = Duration.ZERO;

    /** One that lets alice in and has taken the setting of the encoding. */
    static FakeServer loggedIn() {
        return new FakeServer().answer(ok(), key(1, 2), ready());
    }

    /** From now on nothing can be written. */
    void goDeaf() {
        deaf = true;
    }

    /** Adds one answer, which one read will get whole. */
    FakeServer answer(BackendMessage... messages) {
        return raw(bytes(messages));
    }

    private static byte[] bytes(BackendMessage... messages) {
        WireWriter out = new WireWriter();
        for (BackendMessage message : messages) {
            message.write(out);
        }
        return out.take().toByteArray();
    }

    FakeServer raw(byte[] bytes) {
        answers.add(bytes);
        return this;
    }

    /** Adds what is said in the middle of the next write that listens, and not before. */
    FakeServer early(BackendMessage... messages) {
        early.add(bytes(messages));
        return this;
    }

    FakeServer over(ChannelInfo channel) {
        info = channel;
        return this;
    }

    /** From now on this stream is an encrypted one over another. */
    void beneath(FakeServer other) {
        beneath = Optional.of(other);
    }

    @Override
    public Optional<ByteStream> beneath() {
        return beneath;
    }

    @Override
    public void takeBack(byte[] bytes) {
        takenBack = bytes;
    }

    /** What was read beneath and given back to this stream. */
    byte[] takenBack() {
        return takenBack;
    }

    /** How many bytes nobody has read. */
    int left() {
        return answers.stream().mapToInt(answer -> answer.length).sum();
    }

    /** Behind the last answer the server says nothing, instead of closing. */
    FakeServer silentAtEnd() {
        silentAtEnd = true;
        return this;
    }

    /** Everything the client has sent. */
    byte[] received() {
        return received.toByteArray();
    }

    boolean closed() {
        return closed;
    }

    /** A builder of clients of this server, for user alice, which know it and ask nothing. */
    PgClientBuilder client() {
        return askingClient().serverProfile(Profiles.THIRTEEN);
    }

    /** The same, which ask what the server is like. */
    PgClientBuilder askingClient() {
        return PgClient.builder()
                .transport(this)
                .endpoint(Endpoint.tcp("fake", 1))
                .user("alice")
                .database("shop");
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public boolean supports(Endpoint endpoint) {
        return true;
    }

    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) {
        return this;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (closed) {
            throw new StreamClosedException("fake");
        }
        if (answers.isEmpty()) {
            if (silentAtEnd) {
                throw silence();
            }
            return -1;
        }
        byte[] answer = answers.remove();
        int count = Math.min(length, answer.length);
        System.arraycopy(answer, 0, into, offset, count);
        if (count < answer.length) {
            answers.addFirst(Arrays.copyOfRange(answer, count, answer.length));
        }
        return count;
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        if (closed) {
            throw new StreamClosedException("fake");
        }
        if (deaf) {
            throw new IOException("connection reset");
        }
        received.write(from, offset, length);
    }

    @Override
    public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
        writeFully(from, offset, length / 2);
        if (!early.isEmpty()) {
            answers.addFirst(early.remove());
            arrival.arrived();
        }
        writeFully(from, offset + length / 2, length - length / 2);
    }

    @Override
    public void readTimeout(Duration timeout) {
        readTimeout = timeout;
    }

    /** How long the client lets a read wait; zero for ever. */
    Duration readTimeout() {
        return readTimeout;
    }

    private IOException silence() {
        if (readTimeout.isZero()) {
            throw new AssertionError("this read would wait for ever");
        }
        return new SocketTimeoutException("silence for " + readTimeout);
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public void close() {
        closed = true;
    }
}
