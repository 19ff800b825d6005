package io.github.pgtwo.transport.tcp.tls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer that wants answers of TLS itself, such as new keys over and over, and does not take them. */
@Timeout(30)
class StuckPeerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Full buffers: from some moment on each write waits until the stream is closed. */
    private static final class Full implements ByteStream {
        private final ByteStream socket;
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean full;

        Full(ByteStream socket) {
            this.socket = socket;
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) throws IOException {
            if (full) {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            socket.writeFully(from, offset, length);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            writeFully(from, offset, length);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return socket.read(into, offset, length);
        }

        @Override
        public void readTimeout(Duration timeout) throws IOException {
            socket.readTimeout(timeout);
        }

        @Override
        public ChannelInfo info() {
            return socket.info();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            closed.countDown();
        }
    }

    private static ByteStream secure(ByteStream plain, Duration timeout) throws IOException {
        return Tls.builder(TlsMode.REQUIRE)
                .protocols("TLSv1.3")
                .build()
                .secure(plain, Endpoint.tcp("localhost", 5432), timeout);
    }

    private static Full full(TlsServer server) throws IOException {
        return new Full(new TcpTransport().open(Endpoint.tcp("127.0.0.1", server.port()), PATIENCE));
    }

    private static TlsServer server() throws IOException {
        return new TlsServer(Certificates.server(Certificates.SERVER), socket -> {});
    }

    @Test
    void doesNotHoldAReadBeyondItsTimeout() throws Exception {
        try (TlsServer server = server()) {
            Full plain = full(server);
            ByteStream stream = secure(plain, PATIENCE);
            TlsServer.Peer peer = server.accept();
            plain.full = true;
            peer.tls().startHandshake();
            stream.readTimeout(Duration.ofMillis(500));
            assertThatThrownBy(() -> stream.read(new byte[1], 0, 1)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> stream.read(new byte[1], 0, 1)).isInstanceOf(StreamClosedException.class);
        }
    }

    @Test
    void doesNotHoldAHandshakeBeyondItsTime() throws IOException {
        try (TlsServer server = server()) {
            Full plain = full(server);
            plain.full = true;
            assertThatThrownBy(() -> secure(plain, Duration.ofMillis(500))).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
