package io.github.pgtwo.transport.tcp.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What TLS has to say for itself during a write that reads meanwhile, all on one thread. */
@Timeout(60)
class TlsBothWaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGE = 16 * 1024 * 1024;

    private static ByteStream open(TlsServer server, String... protocols) throws IOException {
        ByteStream plain = new TcpTransport().open(Endpoint.tcp("127.0.0.1", server.port()), PATIENCE);
        return Tls.builder(TlsMode.REQUIRE)
                .protocols(protocols)
                .build()
                .secure(plain, Endpoint.tcp("localhost", 5432), PATIENCE);
    }

    private static TlsServer server() throws IOException {
        return new TlsServer(Certificates.server(Certificates.SERVER), socket -> {});
    }

    /** In 1.2 it is a renegotiation, which servers up to 9.4 ask for now and then; in 1.3 new keys. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void handshakesAmongTheDataAreTakenPartIn(String version) throws Exception {
        byte[] sent = bytes();
        byte[] back = new byte[LARGE];
        AtomicInteger have = new AtomicInteger();
        try (TlsServer server = server();
                ByteStream stream = open(server, version)) {
            TlsServer.Peer peer = server.accept();
            FutureTask<Integer> echo = start(() -> peer.echo(LARGE));
            stream.writeFully(sent, 0, LARGE, () -> have.addAndGet(stream.read(back, have.get(), LARGE - have.get())));
            while (have.get() < LARGE) {
                have.addAndGet(stream.read(back, have.get(), LARGE - have.get()));
            }
            assertThat(echo.get(20, TimeUnit.SECONDS)).isPositive();
        }
        assertThat(back).isEqualTo(sent);
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[LARGE];
        for (int i = 0; i < LARGE; i++) {
            bytes[i] = (byte) (i >> 7);
        }
        return bytes;
    }

    /** The good-bye of TLS ends one direction only. */
    @Test
    void theEndIsToldOnce() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (TlsServer server = server();
                ByteStream stream = open(server, "TLSv1.3")) {
            TlsServer.Peer peer = server.accept();
            peer.tls().shutdownOutput();
            FutureTask<byte[]> received =
                    start(() -> peer.tls().getInputStream().readNBytes(LARGE));
            stream.writeFully(new byte[LARGE], 0, LARGE, () -> {
                assertThat(stream.read(new byte[1], 0, 1)).isEqualTo(-1);
                told.incrementAndGet();
            });
            assertThat(received.get(20, TimeUnit.SECONDS)).hasSize(LARGE);
        }
        assertThat(told).hasValue(1);
    }

    /** The rest of the record will never be sent, so nothing can follow it; what the peer says can still be heard. */
    @Test
    void aWriteThatEndsWithinARecordIsTheLastOne() throws Exception {
        IOException own = new IOException("seen enough");
        byte[] into = new byte[1];
        try (TlsServer server = server();
                ByteStream stream = open(server)) {
            TlsServer.Peer peer = server.accept();
            FutureTask<Boolean> late = start(() -> {
                Thread.sleep(300); // until the write is stuck; sooner only makes another case of it
                peer.tls().getOutputStream().write(7);
                return true;
            });
            assertThatThrownBy(() -> stream.writeFully(new byte[LARGE], 0, LARGE, () -> {
                        throw own;
                    }))
                    .isSameAs(own);
            assertThat(late.get(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> stream.writeFully(new byte[1], 0, 1)).hasMessageContaining("middle of a record");
            assertThat(stream.read(into, 0, 1)).isEqualTo(1);
            assertThat(into[0]).isEqualTo((byte) 7);
        }
    }

    private static <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task).start();
        return task;
    }
}
