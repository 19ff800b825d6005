package io.github.pgtwo.transport.unix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.testkit.transport.ContractPeer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jnr.unixsocket.UnixServerSocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixTransportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UnixTransport transport = new UnixTransport();

    @TempDir
    private Path directory;

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Transport.class)).hasExactlyElementsOfTypes(UnixTransport.class);
        assertThat(transport.name()).isEqualTo("unix");
    }

    @Test
    void supportsUnixOnly() {
        Endpoint tcp = Endpoint.tcp("localhost", 5432);
        assertThat(transport.supports(Endpoint.unix("/tmp", 5432))).isTrue();
        assertThat(transport.supports(tcp)).isFalse();
        assertThatThrownBy(() -> transport.open(tcp, PATIENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("localhost:5432");
    }

    @Test
    void describesTheChannel() throws IOException {
        try (UnixServer server = new UnixServer();
                ByteStream stream = transport.open(server.endpoint(), PATIENCE)) {
            assertThat(stream.info()).hasToString("local channel to " + server.endpoint());
        }
    }

    @Test
    void aMissingSocketIsNamed() {
        String path = directory + "/missing";
        assertThatThrownBy(() -> transport.open(new Endpoint.Unix(path), PATIENCE))
                .hasMessage("cannot connect to " + path + ": No such file or directory");
    }

    @Test
    void aFileThatIsNoSocketIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> transport.open(new Endpoint.Unix(file.toString()), PATIENCE))
                .hasMessage("cannot connect to " + file + ": Connection refused");
    }

    @Test
    void aPathThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> transport.open(pathOf(108), PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("the path of a socket has at most 107 bytes, this one has 108");
        assertThatThrownBy(() -> transport.open(pathOf(107), PATIENCE))
                .hasMessageEndingWith("No such file or directory");
    }

    private static Endpoint pathOf(int bytes) {
        return new Endpoint.Unix("/tmp/" + "\u00e4".repeat((bytes - 5) / 2) + "x".repeat((bytes - 5) % 2));
    }

    @Test
    void reachesPathsBeyondAscii() throws IOException {
        String path = directory + "/\u00e4\u4e2d";
        try (UnixServerSocketChannel listener = UnixServerSocketChannel.open()) {
            listener.socket().bind(SocketPath.address(path));
            assertThat(Files.readString(Path.of("/proc/net/unix"), UTF_8)).contains(path + "\n");
            transport.open(new Endpoint.Unix(path), PATIENCE).close();
        }
    }

    @Test
    void aConnectionMayWaitForRoom() throws Exception {
        try (FullQueue queue = new FullQueue(directory.resolve("s"))) {
            Endpoint endpoint = new Endpoint.Unix(queue.path().toString());
            CompletableFuture<ByteStream> open = CompletableFuture.supplyAsync(() -> open(endpoint, Duration.ZERO));
            Thread.sleep(300);
            assertThat(open).isNotDone();
            queue.acceptAll();
            open.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
        }
    }

    private ByteStream open(Endpoint endpoint, Duration timeout) {
        try {
            return transport.open(endpoint, timeout);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theConnectTimeoutDoesNotBoundLaterWrites() throws Exception {
        byte[] large = new byte[4_000_000];
        try (UnixServer server = new UnixServer();
                ByteStream stream = transport.open(server.endpoint(), Duration.ofMillis(100));
                ContractPeer peer = server.accept()) {
            CompletableFuture<Integer> received = CompletableFuture.supplyAsync(() -> receiveLate(peer, large.length));
            stream.writeFully(large, 0, large.length);
            assertThat(received.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(large.length);
        }
    }

    private static int receiveLate(ContractPeer peer, int count) {
        try {
            Thread.sleep(500);
            int have = 0;
            while (have < count) {
                have += peer.read(new byte[count], 0, count - have);
            }
            return have;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReadTimeoutNamesTheEndpoint() throws IOException {
        try (UnixServer server = new UnixServer();
                ByteStream stream = transport.open(server.endpoint(), PATIENCE)) {
            stream.readTimeout(Duration.ofMillis(1));
            assertThatThrownBy(() -> stream.read(new byte[1], 0, 1))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining(server.endpoint().toString());
        }
    }

    @Test
    void interruptsDoNotMatter() throws IOException {
        byte[] sent = {1, 2, 3};
        byte[] received = new byte[3];
        try (UnixServer server = new UnixServer();
                ByteStream stream = transport.open(server.endpoint(), PATIENCE);
                ContractPeer peer = server.accept()) {
            peer.write(sent, 0, 3);
            Thread.currentThread().interrupt();
            assertThat(stream.read(received, 0, 3)).isEqualTo(3);
            stream.writeFully(sent, 0, 3);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(received).isEqualTo(sent);
    }
}
