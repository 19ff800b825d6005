package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Deadline;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.testkit.transport.TransportContract;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds for a plain stream holds for one under TLS, in both versions that are in use. */
class TlsContractTest {
    /** Each of a handshake, so builds make fewer than could be. */
    private static final int CONNECTIONS = Integer.getInteger("pgtwo.connections", 500);

    private static final List<String> VERSIONS = List.of("TLSv1.2", "TLSv1.3");

    @TempDir
    private static Path folder;

    private static TlsContractServer server;

    @BeforeAll
    static void listen() throws IOException {
        server = new TlsContractServer();
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() throws IOException {
        Path root = Certificates.write(folder, "root.pem", Certificates.ROOT.certificatePem());
        return VERSIONS.stream().flatMap(version -> checks(root, version));
    }

    private static Stream<DynamicTest> checks(Path root, String version) {
        return new TransportContract(new TlsTransport(tls(root, version)), server)
                .withConnections(CONNECTIONS).checks().stream()
                        .map(check -> DynamicTest.dynamicTest(version + ": " + check.name(), check::run));
    }

    private static Tls tls(Path root, String version) {
        try {
            return Tls.builder(TlsMode.VERIFY_FULL)
                    .roots(root)
                    .protocols(version)
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** TLS from the first byte on, which no PostgreSQL does, but the contract wants a transport. */
    private record TlsTransport(Tls tls, TcpTransport tcp) implements Transport {
        TlsTransport(Tls tls) {
            this(tls, new TcpTransport());
        }

        @Override
        public String name() {
            return "tls";
        }

        @Override
        public boolean supports(Endpoint endpoint) {
            return tcp.supports(endpoint);
        }

        @Override
        public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
            Deadline deadline = Deadline.in(connectTimeout);
            return tls.secure(tcp.open(endpoint, connectTimeout), endpoint, deadline.left());
        }
    }
}
