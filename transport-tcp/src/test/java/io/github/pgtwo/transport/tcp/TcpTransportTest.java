package io.github.pgtwo.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TcpTransportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TcpTransport transport = new TcpTransport();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Transport.class)).hasExactlyElementsOfTypes(TcpTransport.class);
        assertThat(transport.name()).isEqualTo("tcp");
    }

    @Test
    void supportsTcpOnly() {
        Endpoint unix = Endpoint.unix("/tmp", 5432);
        assertThat(transport.supports(Endpoint.tcp("x", 1))).isTrue();
        assertThat(transport.supports(unix)).isFalse();
        assertThatThrownBy(() -> transport.open(unix, PATIENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/tmp/.s.PGSQL.5432");
    }

    @Test
    void describesTheChannel() throws IOException {
        try (TcpServer server = new TcpServer();
                ByteStream stream = transport.open(server.endpoint(), PATIENCE)) {
            String peer = server.endpoint() + " (127.0.0.1)";
            assertThat(stream.info()).hasToString("channel to " + peer);
        }
    }

    @Test
    void aReadTimeoutNamesTheEndpoint() throws IOException {
        try (TcpServer server = new TcpServer();
                ByteStream stream = transport.open(server.endpoint(), PATIENCE)) {
            stream.readTimeout(Duration.ofMillis(1));
            assertThatThrownBy(() -> stream.read(new byte[1], 0, 1))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining(server.endpoint().toString());
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThatThrownBy(() -> transport.open(Endpoint.tcp("no-such-host.invalid", 5432), PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-host.invalid:5432");
    }

    @Test
    void negativeTimeoutsAreRefused() throws IOException {
        Duration negative = Duration.ofMillis(-1);
        try (TcpServer server = new TcpServer();
                ByteStream stream = transport.open(server.endpoint(), Duration.ZERO)) {
            assertThatThrownBy(() -> stream.readTimeout(negative)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> transport.open(server.endpoint(), negative))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void switchesTheSocketOptionsOn() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = connect((InetSocketAddress) listener.getLocalSocketAddress())) {
            assertThat(socket.getTcpNoDelay()).isTrue();
            assertThat(socket.getKeepAlive()).isTrue();
        }
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        Connector connector = new Connector(host -> new InetAddress[] {address.getAddress()}, TcpOptions.DEFAULT);
        return connector.connect(new Endpoint.Tcp("any", address.getPort()), PATIENCE);
    }
}
