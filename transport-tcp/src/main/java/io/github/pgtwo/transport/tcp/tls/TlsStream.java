package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Deadline;
import io.github.pgtwo.spi.StreamClosedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/** TLS over another stream, behind the handshake. */
final class TlsStream implements ByteStream {
    private final ByteStream plain;
    private final ChannelInfo info;
    private final TlsInput input;
    private final TlsOutput output;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Duration readTimeout = Duration.ZERO;

    TlsStream(ByteStream plain, ChannelInfo info, TlsInput input, TlsOutput output) {
        this.plain = plain;
        this.info = info;
        this.input = input;
        this.output = output;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkOpen();
        try {
            return input.read(into, offset, length, Deadline.in(readTimeout));
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        checkOpen();
        try {
            output.writeFully(from, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
        checkOpen();
        try {
            output.writeFully(ByteBuffer.wrap(from, offset, length), new Meanwhile(input, arrival), readTimeout);
        } catch (Meanwhile.Failure e) {
            throw e.own();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private void checkOpen() throws StreamClosedException {
        if (closed.get()) {
            throw new StreamClosedException(info.peer());
        }
    }

    private IOException explained(IOException e) {
        if (closed.get()) {
            return new StreamClosedException(info.peer());
        }
        if (e instanceof SocketTimeoutException) {
            return new SocketTimeoutException("nothing came from " + info.peer() + " within the read timeout");
        }
        return e instanceof SSLException failure ? TlsFailures.explain(failure, info.peer()) : e;
    }

    /** Bounds the wait for a whole record, however many reads of the stream beneath that takes. */
    @Override
    public void readTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout of " + timeout + " is negative");
        }
        readTimeout = timeout;
    }

    @Override
    public Optional<ByteStream> beneath() {
        return Optional.of(new Beneath(plain, input, output));
    }

    @Override
    public void takeBack(byte[] bytes) throws IOException {
        if (!input.isEmpty()) {
            throw new IOException("there are bytes from " + info.peer() + " within TLS that nobody has read");
        }
        input.takeBack(bytes);
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            try {
                output.end();
            } finally {
                plain.close();
            }
        }
    }
}
