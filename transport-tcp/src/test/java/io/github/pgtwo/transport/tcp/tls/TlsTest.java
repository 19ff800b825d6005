package io.github.pgtwo.transport.tcp.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsException;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.spi.TlsSettings;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in by whom. */
class TlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Path root() throws IOException {
        return Certificates.write(folder, "root.pem", Certificates.ROOT.certificatePem());
    }

    /** Whether the channel counts as encrypted, or the beginning of the reason why there is none. */
    private static String outcome(Tls tls, HeldCertificate certificate, String host) throws IOException {
        try (TlsServer server = new TlsServer(Certificates.server(certificate), socket -> {});
                ByteStream stream = secure(tls, server, host)) {
            assertThat(stream.info().tls()).isPresent();
            assertSpeaks(stream, server);
            return stream.info().encrypted() ? "verified" : "unverified";
        } catch (TlsException e) {
            return e.getMessage();
        }
    }

    private static ByteStream secure(Tls tls, TlsServer server, String host) throws IOException {
        ByteStream plain = new TcpTransport().open(Endpoint.tcp("127.0.0.1", server.port()), PATIENCE);
        return tls.secure(plain, Endpoint.tcp(host, server.port()), PATIENCE);
    }

    private static void assertSpeaks(ByteStream stream, TlsServer server) throws IOException {
        stream.writeFully(new byte[] {42}, 0, 1);
        assertThat(server.accept().tls().getInputStream().read()).isEqualTo(42);
    }

    private static HeldCertificate certificate(String kind) {
        return switch (kind) {
            case "good" -> Certificates.SERVER;
            case "stranger" -> Certificates.signed("localhost", Certificates.OTHER_ROOT);
            case "elsewhere" -> Certificates.signed("elsewhere.example", Certificates.ROOT);
            case "expired" -> Certificates.expired("localhost", Certificates.ROOT);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOW, good, verified",
        "ALLOW, stranger, no trusted root",
        "PREFER, elsewhere, verified",
        "PREFER, expired, has expired",
        "REQUIRE, good, verified",
        "REQUIRE, stranger, no trusted root",
        "REQUIRE, elsewhere, verified",
        "REQUIRE, expired, has expired",
        "VERIFY_CA, good, verified",
        "VERIFY_CA, stranger, no trusted root",
        "VERIFY_CA, elsewhere, verified",
        "VERIFY_CA, expired, has expired",
        "VERIFY_FULL, good, verified",
        "VERIFY_FULL, stranger, no trusted root",
        "VERIFY_FULL, elsewhere, is for another host",
        "VERIFY_FULL, expired, has expired"
    })
    void rootsAreCheckedInEveryMode(TlsMode mode, String kind, String expected) throws IOException {
        Tls tls = Tls.builder(mode).roots(root()).build();
        assertThat(outcome(tls, certificate(kind), "localhost")).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOW, stranger, unverified",
        "PREFER, expired, unverified",
        "REQUIRE, good, unverified",
        "REQUIRE, stranger, unverified",
        "REQUIRE, elsewhere, unverified",
        "REQUIRE, expired, unverified",
        "VERIFY_FULL, good, no trusted root"
    })
    void withoutRoots(TlsMode mode, String kind, String expected) throws IOException {
        assertThat(outcome(Tls.builder(mode).build(), certificate(kind), "localhost"))
                .contains(expected);
    }

    @Test
    void anAddressHasToBeInTheCertificateToo() throws IOException {
        Tls tls = Tls.builder(TlsMode.VERIFY_FULL).roots(root()).build();
        assertThat(outcome(tls, Certificates.SERVER, "127.0.0.1")).contains("is for another host");
        assertThat(outcome(tls, Certificates.signed("127.0.0.1", Certificates.ROOT), "127.0.0.1"))
                .isEqualTo("verified");
    }

    @Test
    void aContextDecidesInEveryModeAndCountsAsVerifiedWhereThatIsAskedFor() throws IOException {
        var context = new HandshakeCertificates.Builder()
                .addTrustedCertificate(Certificates.ROOT.certificate())
                .build()
                .sslContext();
        HeldCertificate stranger = certificate("stranger");
        for (TlsMode mode : List.of(TlsMode.REQUIRE, TlsMode.VERIFY_CA, TlsMode.VERIFY_FULL)) {
            Tls tls = Tls.builder(mode).context(context).build();
            assertThat(outcome(tls, Certificates.SERVER, "localhost"))
                    .isEqualTo(mode.verifies() ? "verified" : "unverified");
            assertThat(outcome(tls, stranger, "localhost")).contains("no trusted root");
        }
        Tls full = Tls.builder(TlsMode.VERIFY_FULL).context(context).build();
        assertThat(outcome(full, certificate("elsewhere"), "localhost")).contains("is for another host");
    }

    @Test
    void namesAreIndicatedAndAddressesAreNot() throws IOException {
        Tls tls = Tls.builder(TlsMode.REQUIRE).build();
        try (TlsServer server = new TlsServer(Certificates.server(Certificates.SERVER), socket -> {})) {
            assertThat(indicated(tls, server, "localhost")).isEqualTo("[type=host_name (0), value=localhost]");
            assertThat(indicated(tls, server, "db.example")).contains("value=db.example");
            assertThat(indicated(tls, server, "127.0.0.1")).isEqualTo("[]");
            assertThat(indicated(tls, server, "::1")).isEqualTo("[]");
            assertThat(indicated(tls, server, "no_such_name")).isEqualTo("[]");
        }
        assertThat(new SNIHostName("localhost").toString()).contains("localhost");
    }

    private static String indicated(Tls tls, TlsServer server, String host) throws IOException {
        try (ByteStream stream = secure(tls, server, host);
                SSLSocket accepted = server.accept().tls()) {
            assertThat(stream.info().tls()).isPresent();
            return ((ExtendedSSLSession) accepted.getSession())
                    .getRequestedServerNames()
                    .toString();
        }
    }

    @Test
    void settingsAreHeeded() throws IOException {
        TlsFactory factory = new TlsFactory();
        var quiet = new TlsSettings(
                TlsMode.VERIFY_FULL,
                Optional.of(root()),
                Optional.empty(),
                Optional.empty(),
                List.of("TLSv1.2"),
                false);
        try (TlsServer server = new TlsServer(Certificates.server(Certificates.SERVER), socket -> {})) {
            Tls tls = (Tls) factory.create(quiet);
            assertThat(indicated(tls, server, "localhost")).isEqualTo("[]");
            try (ByteStream stream = secure(tls, server, "localhost")) {
                assertThat(stream.info().encrypted()).isTrue();
                assertThat(stream.info().tls().orElseThrow().getProtocol()).isEqualTo("TLSv1.2");
            }
        }
        var nonsense = new TlsSettings(
                TlsMode.VERIFY_CA,
                Optional.of(Certificates.write(folder, "nonsense.pem", "nonsense")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
        assertThatThrownBy(() -> factory.create(nonsense)).isInstanceOf(TlsException.class);
    }

    @Test
    void onlyTheNamedVersionsAreSpoken() throws IOException {
        Tls tls = Tls.builder(TlsMode.REQUIRE).protocols("TLSv1.2").build();
        try (TlsServer server = new TlsServer(Certificates.server(Certificates.SERVER), socket -> {});
                ByteStream stream = secure(tls, server, "localhost")) {
            assertThat(stream.info().tls().orElseThrow().getProtocol()).isEqualTo("TLSv1.2");
        }
        try (TlsServer server = new TlsServer(Certificates.server(Certificates.SERVER), TlsTest::newestOnly)) {
            assertThatThrownBy(() -> secure(tls, server, "localhost"))
                    .isInstanceOf(TlsException.class)
                    .hasMessageContaining("no version or cipher in common")
                    .hasMessageContaining("jdk.tls.disabledAlgorithms");
        }
    }

    private static void newestOnly(SSLSocket socket) {
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
    }

    /** As the JDK is delivered, it refuses what old servers speak. */
    @Test
    void aVersionThatTheJdkForbidsIsExplained() throws IOException {
        Tls tls = Tls.builder(TlsMode.REQUIRE).protocols("TLSv1").build();
        try (TlsServer server = new TlsServer(Certificates.server(Certificates.SERVER), socket -> {})) {
            assertThatThrownBy(() -> secure(tls, server, "localhost"))
                    .isInstanceOf(TlsException.class)
                    .hasMessageContaining("jdk.tls.disabledAlgorithms");
        }
    }

    @Test
    void aCertificateOfTheClientIsShownToWhoAsks() throws IOException {
        HeldCertificate alice = Certificates.signed("alice", Certificates.ROOT);
        Tls tls = Tls.builder(TlsMode.REQUIRE)
                .clientCertificate(
                        Certificates.write(folder, "alice.crt", alice.certificatePem()),
                        Certificates.write(folder, "alice.key", alice.privateKeyPkcs8Pem()))
                .build();
        try (TlsServer server = new TlsServer(
                        Certificates.server(Certificates.SERVER), socket -> socket.setNeedClientAuth(true));
                ByteStream stream = secure(tls, server, "localhost")) {
            SSLSocket accepted = server.accept().tls();
            stream.writeFully(new byte[1], 0, 1);
            assertThat(accepted.getSession().getPeerPrincipal().getName()).isEqualTo("CN=alice");
        }
    }

    /** In version 1.3 the client's handshake is over before the server has judged it. */
    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void aServerThatWantsAnotherCertificateIsExplained(String version) throws IOException {
        Tls tls = Tls.builder(TlsMode.REQUIRE).protocols(version).build();
        try (TlsServer server =
                new TlsServer(Certificates.server(Certificates.SERVER), socket -> socket.setNeedClientAuth(true))) {
            assertThatThrownBy(() -> secure(tls, server, "localhost").read(new byte[1], 0, 1))
                    .isInstanceOf(TlsException.class)
                    .hasMessageFindingMatch(
                            "does not accept the client's certificate, or wants one|wants a certificate of the client");
        }
    }

    @Test
    void verifyFullNeedsAName() throws IOException {
        Tls tls = Tls.builder(TlsMode.VERIFY_FULL).roots(root()).build();
        try (TlsServer server = new TlsServer(Certificates.server(Certificates.SERVER), socket -> {})) {
            ByteStream plain = new TcpTransport().open(Endpoint.tcp("127.0.0.1", server.port()), PATIENCE);
            assertThatThrownBy(() -> tls.secure(plain, Endpoint.unix("/tmp", 5432), PATIENCE))
                    .isInstanceOf(TlsException.class)
                    .hasMessageContaining("has no host name");
        }
    }
}
