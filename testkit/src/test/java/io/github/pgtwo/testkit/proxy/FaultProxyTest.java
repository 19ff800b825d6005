package io.github.pgtwo.testkit.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.Endpoint;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Between two bare sockets. */
class FaultProxyTest {
    private static final int SHORT = 300;
    private static final int LONG = 10_000;

    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final FaultProxy proxy = FaultProxy.to("127.0.0.1", listener.getLocalPort());
    private final Socket client = connect();
    private final Socket server = listener.accept();

    FaultProxyTest() throws IOException {}

    private Socket connect() throws IOException {
        Endpoint.Tcp endpoint = (Endpoint.Tcp) proxy.endpoint();
        Socket socket = new Socket(endpoint.host(), endpoint.port());
        socket.setSoTimeout(LONG);
        return socket;
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        proxy.close();
        listener.close();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String receive(Socket socket, int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
    }

    private static void expectSilence(Socket socket) throws IOException {
        socket.setSoTimeout(SHORT);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(LONG);
    }

    @Test
    void undisturbedItHandsOnBothWaysAndTheEnd() throws IOException {
        send(client, "to server");
        assertThat(receive(server, 9)).isEqualTo("to server");
        send(server, "to client");
        server.close();
        assertThat(receive(client, 100)).isEqualTo("to client");
    }

    @Test
    void halfAnEndIsHandedOn() throws IOException {
        client.shutdownOutput();
        assertThat(server.getInputStream().read()).isEqualTo(-1);
        send(server, "still there");
        assertThat(receive(client, 11)).isEqualTo("still there");
    }

    @Test
    void aResetOfTheServerIsOneForTheClient() throws IOException {
        server.setSoLinger(true, 0);
        server.close();
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void cutsBehindAByteOnce() throws IOException {
        proxy.toClient().cutAfter(3);
        send(server, "abcdef");
        assertThat(receive(client, 100)).isEqualTo("abc");
        try (Socket next = connect();
                Socket nextServer = listener.accept()) {
            send(nextServer, "whole");
            assertThat(receive(next, 5)).isEqualTo("whole");
        }
    }

    @Test
    void resetsBehindAByte() throws IOException {
        proxy.toClient().resetAfter(2);
        send(server, "ab");
        assertThatThrownBy(() -> receive(client, 100))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void truncatesAndStaysOpen() throws IOException {
        proxy.toClient().truncateAfter(2);
        send(server, "abc");
        assertThat(receive(client, 2)).isEqualTo("ab");
        expectSilence(client);
        send(client, "other way");
        assertThat(receive(server, 9)).isEqualTo("other way");
        proxy.toClient().resume();
        send(server, "later");
        assertThat(receive(client, 5)).as("the third byte is lost").isEqualTo("later");
    }

    @Test
    void stallsOneDirectionAndLosesNothing() throws IOException {
        proxy.toServer().stall();
        send(client, "held");
        expectSilence(server);
        send(server, "free");
        assertThat(receive(client, 4)).isEqualTo("free");
        proxy.toServer().resume();
        assertThat(receive(server, 4)).isEqualTo("held");
    }

    @Test
    void stallsBehindAByte() throws IOException {
        proxy.toServer().stallAfter(1);
        send(client, "xy");
        assertThat(receive(server, 1)).isEqualTo("x");
        expectSilence(server);
        proxy.toServer().resume();
        assertThat(receive(server, 1)).isEqualTo("y");
    }

    @Test
    void delaysAndFragmentsWithoutLoss() throws IOException {
        proxy.toClient().delay(Duration.ofMillis(20));
        proxy.toClient().fragment();
        long begin = System.nanoTime();
        send(server, "abcde");
        assertThat(receive(client, 5)).isEqualTo("abcde");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("five waits").isGreaterThan(Duration.ofMillis(99));
    }

    @Test
    void aByteInEachWrite() throws InterruptedException {
        Direction direction = new Direction();
        assertThat(direction.next(3)).isEqualTo(new Direction.Turn(3, 0, Direction.Fault.NONE));
        direction.fragment();
        assertThat(direction.next(3)).isEqualTo(new Direction.Turn(1, 0, Direction.Fault.NONE));
    }

    @Test
    void cutsAndResetsAllAtOnce() throws IOException {
        try (Socket other = connect();
                Socket otherServer = listener.accept()) {
            send(otherServer, "o");
            assertThat(receive(other, 1)).isEqualTo("o");
            proxy.cut();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(other.getInputStream().read()).isEqualTo(-1);
            assertThat(otherServer.getInputStream().read()).isEqualTo(-1);
        }
        try (Socket third = connect();
                Socket thirdServer = listener.accept()) {
            send(thirdServer, "x");
            assertThat(receive(third, 1)).isEqualTo("x");
            proxy.reset();
            assertThatThrownBy(() -> third.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void withoutAServerTheConnectionBreaks() throws IOException {
        listener.close();
        try (Socket alone = connect()) {
            assertThatThrownBy(() -> alone.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void whatBothSidesHaveEndedIsGivenBack() throws IOException, InterruptedException {
        int before = descriptors();
        for (int i = 0; i < 20; i++) {
            try (Socket next = connect();
                    Socket nextServer = listener.accept()) {
                next.shutdownOutput();
                assertThat(nextServer.getInputStream().read()).isEqualTo(-1);
            }
        }
        for (int i = 0; i < 1000 && descriptors() > before + 2; i++) {
            Thread.sleep(10);
        }
        assertThat(descriptors()).isLessThanOrEqualTo(before + 2);
    }

    private static int descriptors() {
        return new File("/proc/self/fd").list().length;
    }

    /** The proxy may just have been about to let it in. */
    @Test
    void noConnectionOutlivesTheProxy() throws IOException {
        for (int i = 0; i < 100; i++) {
            FaultProxy brief = FaultProxy.to("127.0.0.1", listener.getLocalPort());
            Endpoint.Tcp endpoint = (Endpoint.Tcp) brief.endpoint();
            try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
                socket.setSoTimeout(LONG);
                brief.close();
                assertThatThrownBy(() -> socket.getInputStream().read())
                        .isInstanceOf(SocketException.class)
                        .hasMessageContaining("reset");
            }
        }
    }

    /** The threads of the proxy, which wake from it, must not turn it into a break. */
    @Test
    void aCutIsNeverABreak() throws IOException {
        for (int i = 0; i < 1000; i++) {
            try (Socket next = connect();
                    Socket nextServer = listener.accept()) {
                send(next, "x");
                assertThat(receive(nextServer, 1)).isEqualTo("x");
                proxy.cut();
                assertThat(nextServer.getInputStream().read()).isEqualTo(-1);
                assertThat(next.getInputStream().read()).isEqualTo(-1);
            }
        }
    }
}
