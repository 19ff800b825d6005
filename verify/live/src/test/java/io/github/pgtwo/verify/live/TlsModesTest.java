package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.tls.Tls;
import io.github.pgtwo.transport.tcp.tls.TlsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mode, against servers with all sorts of certificates and against one without TLS. */
class TlsModesTest {
    @TempDir
    private Path folder;

    /** A server as the client sees it. */
    private enum Kind {
        GOOD,
        /** No root that the client knows has signed its certificate. */
        STRANGER,
        /** Reached by an address that its certificate does not name. */
        ELSEWHERE,
        EXPIRED,
        WITHOUT;

        EmbeddedServer server() {
            return switch (this) {
                case GOOD, STRANGER, ELSEWHERE -> TlsServers.good();
                case EXPIRED -> TlsServers.expired();
                case WITHOUT -> Servers.thirteen();
            };
        }

        Endpoint endpoint() {
            return Endpoint.tcp(this == ELSEWHERE ? EmbeddedServer.HOST : "localhost", server().port());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DISABLE, GOOD, plain",
        "DISABLE, WITHOUT, plain",
        "ALLOW, GOOD, plain",
        "ALLOW, STRANGER, plain",
        "ALLOW, ELSEWHERE, plain",
        "ALLOW, EXPIRED, plain",
        "ALLOW, WITHOUT, plain",
        "PREFER, GOOD, verified",
        "PREFER, STRANGER, plain",
        "PREFER, ELSEWHERE, verified",
        "PREFER, EXPIRED, plain",
        "PREFER, WITHOUT, plain",
        "REQUIRE, GOOD, verified",
        "REQUIRE, STRANGER, no trusted root",
        "REQUIRE, ELSEWHERE, verified",
        "REQUIRE, EXPIRED, has expired",
        "REQUIRE, WITHOUT, does not offer TLS",
        "VERIFY_CA, GOOD, verified",
        "VERIFY_CA, STRANGER, no trusted root",
        "VERIFY_CA, ELSEWHERE, verified",
        "VERIFY_CA, EXPIRED, has expired",
        "VERIFY_CA, WITHOUT, does not offer TLS",
        "VERIFY_FULL, GOOD, verified",
        "VERIFY_FULL, STRANGER, no trusted root",
        "VERIFY_FULL, ELSEWHERE, is for another host",
        "VERIFY_FULL, EXPIRED, has expired",
        "VERIFY_FULL, WITHOUT, does not offer TLS"
    })
    void withARoot(TlsMode mode, Kind kind, String expected) throws IOException {
        var root = kind == Kind.STRANGER ? TlsServers.OTHER_ROOT : TlsServers.ROOT;
        Path file = Files.writeString(folder.resolve("root.crt"), root.certificatePem());
        assertOutcome(Tls.builder(mode).roots(file), kind, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOW, GOOD, plain",
        "PREFER, GOOD, unverified",
        "PREFER, EXPIRED, unverified",
        "PREFER, WITHOUT, plain",
        "REQUIRE, GOOD, unverified",
        "REQUIRE, ELSEWHERE, unverified",
        "REQUIRE, EXPIRED, unverified",
        "REQUIRE, WITHOUT, does not offer TLS",
        "VERIFY_FULL, GOOD, no trusted root",
        "VERIFY_FULL, EXPIRED, no trusted root"
    })
    void withoutARoot(TlsMode mode, Kind kind, String expected) throws IOException {
        assertOutcome(Tls.builder(mode), kind, expected);
    }

    private static void assertOutcome(TlsBuilder builder, Kind kind, String expected) throws IOException {
        Tls tls = builder.build();
        assertThat(outcome(kind, tls)).contains(expected);
    }

    /** How the server sees the connection, and whether the client would trust it with a password; or what is wrong. */
    private static String outcome(Kind kind, Tls tls) {
        PgClientBuilder client = PgClient.builder()
                .endpoint(kind.endpoint())
                .database("postgres")
                .tls(tls)
                .discover();
        try (PgConnection connection =
                client.user(EmbeddedServer.SUPERUSER).build().connect()) {
            String ssl = connection
                    .query("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                    .rows()
                    .get(0)
                    .text(0);
            boolean trusts = trustsWithPassword(client);
            return ssl.equals("t") ? (trusts ? "verified" : "unverified") : trusts ? "trusted for no reason" : "plain";
        } catch (PgTransportException e) {
            return e.getMessage();
        }
    }

    private static boolean trustsWithPassword(PgClientBuilder client) {
        client.user("by_password").password("by_password"::toCharArray);
        try (PgConnection connection = client.build().connect()) {
            return connection.isOpen();
        } catch (PgAuthException e) {
            assertThat(e).hasMessageContaining("would give away the password");
            return false;
        }
    }
}
