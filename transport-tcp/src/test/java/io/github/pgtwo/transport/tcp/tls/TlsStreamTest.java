package io.github.pgtwo.transport.tcp.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.spi.TlsException;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What TLS adds to a stream: a handshake that may fail or hang, records beneath, and more handshakes. */
@Timeout(60)
class TlsStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGE = 4 * 1024 * 1024;

    private static ByteStream plain(int port) throws IOException {
        return new TcpTransport().open(Endpoint.tcp("127.0.0.1", port), PATIENCE);
    }

    private static ByteStream secure(ByteStream plain, Duration timeout, String... protocols) throws IOException {
        return Tls.builder(TlsMode.REQUIRE)
                .protocols(protocols)
                .build()
                .secure(plain, Endpoint.tcp("localhost", 5432), timeout);
    }

    private static TlsServer server() throws IOException {
        return new TlsServer(Certificates.server(Certificates.SERVER), socket -> {});
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static byte[] readFully(ByteStream stream, int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int have = 0; have < count; ) {
            int n = stream.read(bytes, have, count - have);
            assertThat(n).isPositive();
            have += n;
        }
        return bytes;
    }

    /** In a thread of its own: newer JDKs have one for all such work where there are two processors. */
    private static <T> CompletableFuture<T> run(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    @Test
    void aSilentServerEndsWithTheTimeoutOfTheHandshake() throws IOException {
        try (ServerSocket silent = listener();
                ByteStream plain = plain(silent.getLocalPort())) {
            assertThatThrownBy(() -> secure(plain, Duration.ofMillis(200))).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> plain.read(new byte[1], 0, 1)).isInstanceOf(StreamClosedException.class);
        }
    }

    /** Each byte comes within the time, and all of them would take longer than there is. */
    @Test
    void aTricklingServerEndsWithItToo() throws IOException {
        byte[] longRecord = {22, 3, 3, 64, 0};
        try (ServerSocket listener = listener();
                ByteStream plain = plain(listener.getLocalPort());
                Socket peer = listener.accept()) {
            var trickle = run(() -> {
                peer.getOutputStream().write(longRecord);
                while (true) {
                    peer.getOutputStream().write(2);
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            });
            assertThatThrownBy(() -> secure(plain, Duration.ofMillis(300))).isInstanceOf(SocketTimeoutException.class);
            assertThat(trickle).failsWithin(PATIENCE);
        }
    }

    @Test
    void closingFromAnotherThreadEndsTheHandshake() throws Exception {
        try (ServerSocket silent = listener()) {
            ByteStream plain = plain(silent.getLocalPort());
            Socket peer = silent.accept();
            var handshake = run(() -> secure(plain, Duration.ZERO));
            assertThat(peer.getInputStream().read()).as("a ClientHello").isEqualTo(22);
            plain.close();
            assertThat(handshake)
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(Exception.class)
                    .havingRootCause()
                    .isInstanceOf(StreamClosedException.class);
        }
    }

    @Test
    void aServerThatClosesDuringTheHandshakeIsNamed() throws Exception {
        try (ServerSocket listener = listener();
                ByteStream plain = plain(listener.getLocalPort())) {
            var closing = run(() -> {
                try (Socket peer = listener.accept()) {
                    return peer.getInputStream().read(new byte[10_000]);
                }
            });
            assertThatThrownBy(() -> secure(plain, PATIENCE))
                    .isInstanceOf(TlsException.class)
                    .hasMessageContaining("127.0.0.1:" + listener.getLocalPort())
                    .hasMessageContaining("in the middle of the TLS handshake");
            assertThat(closing.get()).isPositive();
        }
    }

    /** Such as what somebody puts behind the S that is not in time to be seen with it. */
    @Test
    void whatIsNoTlsIsSaidToBeNone() throws IOException {
        byte[] login = {'R', 0, 0, 0, 0, 'K', 0, 0, 0, 1, 0, 0, 0, 1, 'Z'};
        try (ServerSocket listener = listener();
                ByteStream plain = plain(listener.getLocalPort());
                Socket peer = listener.accept()) {
            peer.getOutputStream().write(login);
            assertThatThrownBy(() -> secure(plain, PATIENCE))
                    .isInstanceOf(TlsException.class)
                    .hasMessageContaining("what came is no TLS");
        }
    }

    /** In 1.2 it is a renegotiation, which servers up to 9.4 ask for now and then; in 1.3 new keys. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void handshakesAmongTheDataAreTakenPartIn(String version) throws Exception {
        try (TlsServer server = server();
                ByteStream stream = secure(plain(server.port()), PATIENCE, version)) {
            TlsServer.Peer peer = server.accept();
            byte[] sent = new byte[LARGE];
            Arrays.fill(sent, (byte) 7);
            var echo = run(() -> peer.echo(LARGE));
            var writing = run(() -> {
                stream.writeFully(sent, 0, LARGE);
                return true;
            });
            assertThat(readFully(stream, LARGE)).isEqualTo(sent);
            assertThat(writing.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(echo.get(20, TimeUnit.SECONDS)).isPositive();
        }
    }

    @Test
    void sessionsAreResumed() throws IOException {
        Tls tls = Tls.builder(TlsMode.REQUIRE).protocols("TLSv1.2").build();
        try (TlsServer server = server()) {
            byte[] first = sessionId(tls, server);
            assertThat(sessionId(tls, server)).isNotEmpty().isEqualTo(first);
        }
    }

    private static byte[] sessionId(Tls tls, TlsServer server) throws IOException {
        try (ByteStream stream = tls.secure(plain(server.port()), Endpoint.tcp("localhost", server.port()), PATIENCE)) {
            return stream.info().tls().orElseThrow().getId();
        }
    }

    /** As Kerberos does: encrypted, then raw in both directions, then encrypted again, all in few segments. */
    @Test
    void beneathBytesGoPastTheEncryption() throws Exception {
        try (TlsServer server = server();
                ByteStream stream = secure(plain(server.port()), PATIENCE)) {
            TlsServer.Peer peer = server.accept();
            send(peer, "R2");
            assertThat(readFully(stream, 2)).asString(StandardCharsets.UTF_8).isEqualTo("R2");
            ByteStream beneath = stream.beneath().orElseThrow();
            beneath.writeFully("raw".getBytes(StandardCharsets.UTF_8), 0, 3);
            assertThat(peer.raw().getInputStream().readNBytes(3))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("raw");
            peer.raw().getOutputStream().write("answer".getBytes(StandardCharsets.UTF_8));
            send(peer, "R0");
            assertThat(readFully(beneath, 6)).asString(StandardCharsets.UTF_8).isEqualTo("answer");
            assertThat(readFully(stream, 2)).asString(StandardCharsets.UTF_8).isEqualTo("R0");
            assertThat(beneath.info().tls()).isEmpty();
        }
    }

    private static void send(TlsServer.Peer peer, String text) throws IOException {
        peer.tls().getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingMayBeLeftWhenGoingBeneath() throws IOException {
        try (TlsServer server = server();
                ByteStream stream = secure(plain(server.port()), PATIENCE)) {
            send(server.accept(), "R2 and more");
            assertThat(readFully(stream, 2)).asString(StandardCharsets.UTF_8).isEqualTo("R2");
            ByteStream beneath = stream.beneath().orElseThrow();
            assertThatThrownBy(() -> beneath.read(new byte[1], 0, 1)).hasMessageContaining("nobody has read");
            assertThatThrownBy(() -> beneath.writeFully(new byte[1], 0, 1)).hasMessageContaining("nobody has read");
        }
    }

    /** An error instead of raw bytes, whose record begins where these were waited for. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whatTurnsOutToBeEncryptedIsTakenBack(String version) throws Exception {
        try (TlsServer server = server();
                ByteStream stream = secure(plain(server.port()), PATIENCE, version)) {
            TlsServer.Peer peer = server.accept();
            send(peer, "R2");
            assertThat(readFully(stream, 2)).asString(StandardCharsets.UTF_8).isEqualTo("R2");
            send(peer, "E and more");
            byte[] begin = readFully(stream.beneath().orElseThrow(), 1);
            assertThat(begin).containsExactly(0x17);
            stream.takeBack(begin);
            assertThat(readFully(stream, 1)).asString(StandardCharsets.UTF_8).isEqualTo("E");
            assertThatThrownBy(() -> stream.takeBack(begin)).hasMessageContaining("nobody has read");
            assertThat(readFully(stream, 9)).asString(StandardCharsets.UTF_8).isEqualTo(" and more");
        }
    }
}
