package io.github.pgtwo.transport.unix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.ContractPeer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What both engines do alike, beyond the contract of all transports. */
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
class EnginesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final UnixTransport transport;
    private final int longest;

    @TempDir
    private Path directory;

    EnginesTest(Engine engine) {
        transport = new UnixTransport(engine);
        longest = engine == Engine.JDK ? 106 : 107;
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
        assertThatThrownBy(() -> transport.open(new Endpoint.Unix("/tmp/\u00e4" + "x".repeat(longest - 6)), PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(
                        "the path of a socket has at most " + longest + " bytes, this one has " + (longest + 1));
        assertThatThrownBy(() -> transport.open(new Endpoint.Unix("/tmp/" + "x".repeat(longest - 5)), PATIENCE))
                .hasMessageEndingWith("No such file or directory");
    }

    @Test
    void tellsTheUserWhoListens() throws IOException {
        try (UnixServer server = new UnixServer();
                ByteStream stream = transport.open(server.endpoint(), PATIENCE)) {
            assertThat(stream.info().peerUser()).contains(System.getProperty("user.name"));
        }
    }

    @Test
    void doesNotGuessTheUserOnceClosed() throws IOException {
        try (UnixServer server = new UnixServer()) {
            ByteStream stream = transport.open(server.endpoint(), PATIENCE);
            stream.close();
            assertThat(stream.info().peerUser()).isEmpty();
        }
    }

    @Test
    void streamsThatHaveWaitedLeaveNoDescriptorBehind() throws IOException {
        try (UnixServer server = new UnixServer()) {
            long before = openDescriptors();
            for (int i = 0; i < 100; i++) {
                try (ByteStream stream = transport.open(server.endpoint(), PATIENCE)) {
                    assertSilent(stream);
                }
                server.accept().close();
            }
            assertThat(openDescriptors()).isLessThan(before + 20);
        }
    }

    private static long openDescriptors() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.count();
        }
    }

    private static void assertSilent(ByteStream stream) throws IOException {
        stream.readTimeout(Duration.ofMillis(1));
        assertThatThrownBy(() -> stream.read(new byte[1], 0, 1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aConnectionMayWaitForRoom() throws Exception {
        try (FullQueue queue = new FullQueue(directory.resolve("s"))) {
            Endpoint endpoint = new Endpoint.Unix(queue.path().toString());
            CompletableFuture<ByteStream> open =
                    CompletableFuture.supplyAsync(() -> open(endpoint, Duration.ZERO), OWN_THREAD);
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
            CompletableFuture<Integer> received =
                    CompletableFuture.supplyAsync(() -> receiveLate(peer, large.length), OWN_THREAD);
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
            assertSilent(stream);
            assertThatThrownBy(() -> stream.read(new byte[1], 0, 1))
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

    @Test
    void anInterruptDoesNotShortenAWait() throws Exception {
        byte[] received = new byte[1];
        try (UnixServer server = new UnixServer();
                ByteStream stream = transport.open(server.endpoint(), PATIENCE);
                ContractPeer peer = server.accept()) {
            FutureTask<Boolean> reading = new FutureTask<>(() -> {
                stream.read(received, 0, 1);
                return Thread.interrupted();
            });
            Thread reader = new Thread(reading);
            reader.start();
            Thread.sleep(100);
            reader.interrupt();
            Thread.sleep(100);
            assertThat(reading).isNotDone();
            peer.write(new byte[] {7}, 0, 1);
            assertThat(reading.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(received).containsExactly(7);
    }
}
