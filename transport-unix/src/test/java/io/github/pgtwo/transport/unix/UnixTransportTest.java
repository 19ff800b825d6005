package io.github.pgtwo.transport.unix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.SocketDirectories;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;
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
    void takesJnrWhereItWorks() {
        assertThat(EngineChoice.once().engine()).isEqualTo(Engine.JNR);
    }

    @Test
    void takesTheJdkWhereJnrFailsAndTellsWhy() {
        EngineChoice choice = EngineChoice.of(() -> {
            throw new UnsatisfiedLinkError("native access is denied");
        });
        assertThat(choice.engine()).isEqualTo(Engine.JDK);
        assertThat(choice.reason()).contains("jnr-unixsocket", "native access is denied");
    }

    /** Such as the want of a descriptor. */
    @Test
    void whatPassesIsTriedAgain() {
        Deque<IOException> failures = new ArrayDeque<>(List.of(new IOException("too many open files")));
        EngineChoice.Memory memory = new EngineChoice.Memory(() -> {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
        });
        assertThat(memory.choice().engine()).isEqualTo(Engine.JDK);
        assertThat(memory.choice().engine()).isEqualTo(Engine.JNR);
        failures.add(new IOException("once more"));
        assertThat(memory.choice().engine()).isEqualTo(Engine.JNR);
    }

    @Test
    void theLimitOfPathsDependsOnTheSystem() {
        assertThat(SocketPath.maxBytes("Linux")).isEqualTo(107);
        assertThat(SocketPath.maxBytes("Mac OS X")).isEqualTo(103);
    }

    @Test
    void theUsualEndpointIsWhereTheSocketIs() throws IOException {
        List<String> directories = List.of(directory + "/a", directory + "/b");
        Files.createDirectory(directory.resolve("b"));
        assertThat(SocketDirectories.endpoint(directories, 5432)).isEqualTo(Endpoint.unix(directory + "/a", 5432));
        Files.createFile(directory.resolve("b/.s.PGSQL.5432"));
        assertThat(SocketDirectories.endpoint(directories, 5432)).isEqualTo(Endpoint.unix(directory + "/b", 5432));
        assertThat(UnixTransport.usualEndpoint(5433).toString()).endsWith("/.s.PGSQL.5433");
    }

    @Test
    void jnrReachesPathsBeyondAscii() throws IOException {
        assertJnrReaches(directory + "/\u00e4\u4e2d");
    }

    @Test
    void jnrReachesAbstractNames() throws IOException {
        String name = "@pgtwo-" + ProcessHandle.current().pid();
        assertJnrReaches(Endpoint.unix(name, 5432).toString());
        assertJnrReaches(Endpoint.unix(name + "\u00e4\u4e2d", 5432).toString());
    }

    private static void assertJnrReaches(String path) throws IOException {
        try (UnixServerSocketChannel listener = UnixServerSocketChannel.open()) {
            listener.socket().bind(JnrConnector.address(path));
            assertThat(Files.readString(Path.of("/proc/net/unix"), UTF_8)).contains(" " + path + "\n");
            UnixTransport.jnr().open(new Endpoint.Unix(path), PATIENCE).close();
        }
    }

    @Test
    void theJdkRefusesAbstractNames() {
        assertThatThrownBy(() -> UnixTransport.jdk().open(Endpoint.unix("@name", 5432), PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot connect to @name/.s.PGSQL.5432: the JDK has no sockets with abstract names;"
                        + " jnr-unixsocket has them (UnixTransport.jnr())");
    }

    /** Half of a character: no encoding has it. */
    @Test
    void theJdkRefusesWhatTheLocaleCannotWrite() {
        assertThatThrownBy(() -> UnixTransport.jdk().open(new Endpoint.Unix("/tmp/\ud800"), PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in the encoding of the locale");
    }
}
