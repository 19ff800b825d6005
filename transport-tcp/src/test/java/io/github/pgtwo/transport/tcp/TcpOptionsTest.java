package io.github.pgtwo.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.KeepAlive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be chosen, as the sockets and the other side see it. */
class TcpOptionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] HELLO = {1, 2, 3};

    @Test
    void socketsAreSetAsChosen() throws IOException {
        TcpOptions options = new TcpOptions(
                false, new KeepAlive(false, Duration.ZERO, Duration.ZERO, 0), 20_000, 30_000, Optional.empty());
        try (Socket socket = options.newSocket()) {
            assertThat(socket.getTcpNoDelay()).isFalse();
            assertThat(socket.getKeepAlive()).isFalse();
            // Linux doubles what is asked for
            assertThat(socket.getSendBufferSize()).isBetween(20_000, 40_000);
            assertThat(socket.getReceiveBufferSize()).isBetween(30_000, 60_000);
        }
        try (Socket socket = TcpOptions.DEFAULT.newSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
            assertThat(socket.getKeepAlive()).isTrue();
        }
    }

    @Test
    void keepAliveIsSetAsChosen() throws IOException {
        KeepAlive choice = new KeepAlive(true, Duration.ofSeconds(31), Duration.ofSeconds(7), 4);
        TcpOptions options = new TcpOptions(true, choice, 0, 0, Optional.empty());
        try (Socket socket = options.newSocket()) {
            assertThat(socket.getKeepAlive()).isTrue();
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(31);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(7);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(4);
        }
        assertThatThrownBy(() -> new KeepAlive(true, Duration.ZERO, Duration.ZERO, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void negativeBuffersAreRefused() {
        TcpTransport transport = new TcpTransport();
        assertThatThrownBy(() -> transport.withBuffers(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transport.withBuffers(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChoiceLeavesTheOthersAndTheFirstTransportAlone() throws IOException {
        try (TcpServer server = new TcpServer()) {
            TcpTransport plain = new TcpTransport();
            TcpTransport proxied = plain.withSocksProxy(InetSocketAddress.createUnresolved("nowhere.invalid", 1));
            for (TcpTransport chosen : List.of(
                    proxied,
                    proxied.withNoDelay(false),
                    proxied.withKeepAlive(false),
                    proxied.withBuffers(1000, 1000))) {
                assertThatThrownBy(() -> chosen.open(server.endpoint(), PATIENCE))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("nowhere.invalid");
            }
            plain.open(server.endpoint(), PATIENCE).close();
        }
    }

    /** A name is not resolved on this side; an address is passed on as one. */
    @ParameterizedTest
    @ValueSource(strings = {"db.example", "192.0.2.7"})
    void aProxyIsAskedForTheServer(String host) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SocksServer proxy = new SocksServer(listener.getLocalPort(), 0);
                ByteStream stream =
                        new TcpTransport().withSocksProxy(proxy.address()).open(Endpoint.tcp(host, 5432), PATIENCE);
                Socket peer = listener.accept()) {
            assertThat(proxy.asked()).isEqualTo(host + ":5432");
            stream.writeFully(HELLO, 0, HELLO.length);
            assertThat(peer.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
            peer.getOutputStream().write(HELLO);
            byte[] back = new byte[HELLO.length];
            assertThat(stream.read(back, 0, 1)).isEqualTo(1);
            assertThat(stream.info().peer()).startsWith(host + ":5432 (");
        }
    }

    @Test
    void aRefusalOfTheProxyNamesBoth() throws IOException {
        try (SocksServer proxy = new SocksServer(1, 5)) {
            TcpTransport transport = new TcpTransport().withSocksProxy(proxy.address());
            assertThatThrownBy(() -> transport.open(Endpoint.tcp("db.example", 5432), PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot connect to db.example:5432")
                    .hasMessageContaining("through the SOCKS proxy " + proxy.address());
        }
    }

    @Test
    void aSilentProxyEndsWithTheTimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            TcpTransport transport =
                    new TcpTransport().withSocksProxy((InetSocketAddress) silent.getLocalSocketAddress());
            assertThatThrownBy(() -> transport.open(Endpoint.tcp("db.example", 5432), Duration.ofMillis(200)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("db.example:5432");
        }
    }

    /** Where a machine has no IPv6, what can be said is that the attempt fails and names the address. */
    @Test
    void theOtherKindOfAddresses() throws IOException {
        InetAddress loopback = InetAddress.getAllByName("::1")[0];
        if (NetworkInterface.getByInetAddress(loopback) == null) {
            assertThatThrownBy(() -> new TcpTransport().open(Endpoint.tcp("::1", 1), PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("[::1]:1");
            return;
        }
        try (ServerSocket listener = new ServerSocket(0, 1, loopback);
                ByteStream stream = new TcpTransport().open(Endpoint.tcp("::1", listener.getLocalPort()), PATIENCE);
                Socket peer = listener.accept()) {
            stream.writeFully(HELLO, 0, HELLO.length);
            assertThat(peer.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
            assertThat(stream.info()).hasToString("channel to [::1]:" + listener.getLocalPort() + " (0:0:0:0:0:0:0:1)");
        }
    }
}
