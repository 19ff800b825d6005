package io.github.pgtwo.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A name with several addresses, of which some are dead. */
class ConnectorTest {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(4);

    @Test
    void aSilentAddressLeavesTimeForTheNext() throws IOException {
        try (ServerSocket alive = new ServerSocket(0, 1, loopback(3));
                FullQueue silent = new FullQueue(loopback(2), alive.getLocalPort());
                Socket socket = connect(silent.port(), LONG, loopback(2), loopback(3))) {
            assertThat(socket.getInetAddress()).isEqualTo(loopback(3));
        }
    }

    @Test
    void aRefusingAddressCostsNothing() throws IOException {
        try (ServerSocket alive = new ServerSocket(0, 1, loopback(3));
                Socket socket = connect(alive.getLocalPort(), Duration.ZERO, loopback(2), loopback(3))) {
            assertThat(socket.getInetAddress()).isEqualTo(loopback(3));
        }
    }

    @Test
    void theFirstAddressIsPreferred() throws IOException {
        try (ServerSocket listener = new ServerSocket(0);
                Socket socket = connect(listener.getLocalPort(), LONG, loopback(3), loopback(2))) {
            assertThat(socket.getInetAddress()).isEqualTo(loopback(3));
        }
    }

    @Test
    void silenceEverywhereIsATimeout() throws IOException {
        try (FullQueue silent = new FullQueue(loopback(2), 0)) {
            assertThatThrownBy(() -> connect(silent.port(), SHORT, loopback(2), loopback(2)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageStartingWith("cannot connect to many:" + silent.port() + " within 500 ms (127.0.0.2: ")
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
        }
    }

    @Test
    void refusalsAreToldForEachAddress() throws IOException {
        int port = TcpServer.freePort();
        assertThatThrownBy(() -> connect(port, LONG, loopback(2), loopback(3)))
                .isNotInstanceOf(SocketTimeoutException.class)
                .hasMessage("cannot connect to many:" + port
                        + " (127.0.0.2: Connection refused; 127.0.0.3: Connection refused)");
    }

    @Test
    void slowResolvingCounts() {
        Connector connector = new Connector(
                host -> {
                    sleep(SHORT.toMillis() + 100);
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                },
                TcpOptions.DEFAULT);
        assertThatThrownBy(() -> connector.connect(new Endpoint.Tcp("slow", 5432), SHORT))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("cannot connect to slow:5432 within 500 ms");
    }

    private static Socket connect(int port, Duration timeout, InetAddress... addresses) throws IOException {
        return new Connector(host -> addresses, TcpOptions.DEFAULT).connect(new Endpoint.Tcp("many", port), timeout);
    }

    private static InetAddress loopback(int last) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
