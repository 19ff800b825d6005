package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.tls.Tls;
import io.github.pgtwo.transport.tcp.tls.TlsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on under TLS, and who may log in over it. */
@Timeout(120)
class TlsLoginTest {
    private final EmbeddedServer server = TlsServers.good();

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private TlsBuilder verified() throws IOException {
        return Tls.builder(TlsMode.VERIFY_FULL).roots(write("root.crt", TlsServers.ROOT.certificatePem()));
    }

    private PgClientBuilder client(String user, TlsBuilder tls) throws IOException {
        return PgClient.builder()
                .endpoint(Endpoint.tcp("localhost", server.port()))
                .user(user)
                .database("postgres")
                .tls(tls.build())
                .discover();
    }

    private static void assertLogsIn(PgClientBuilder client, String user, String ssl) {
        try (PgConnection connection = client.build().connect()) {
            var row = connection
                    .query("select current_user, ssl from pg_stat_ssl where pid = pg_backend_pid()")
                    .rows()
                    .get(0);
            assertThat(row.text(0)).isEqualTo(user);
            assertThat(row.text(1)).isEqualTo(ssl);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"by_md5", "by_password"})
    void passwords(String user) throws IOException {
        assertLogsIn(client(user, verified()).password(user::toCharArray), user, "t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothVersionsCarryLargeResults(String version) throws IOException {
        try (PgConnection connection = client("only_tls", verified().protocols(version))
                        .build()
                        .connect();
                RowStream rows = connection.stream("select n, repeat('x', 1000) from generate_series(1, 20000) n")) {
            long count = 0;
            for (var row : rows) {
                assertThat(row.text(0)).isEqualTo("" + ++count);
                assertThat(row.text(1)).hasSize(1000);
            }
            assertThat(count).isEqualTo(20_000);
        }
    }

    private TlsBuilder showing(HeldCertificate certificate) throws IOException {
        return verified()
                .clientCertificate(
                        write("client.crt", certificate.certificatePem()),
                        write("client.key", certificate.privateKeyPkcs8Pem()));
    }

    @Test
    void aCertificateLogsIn() throws IOException {
        HeldCertificate own = TlsServers.signed("by_certificate", TlsServers.ROOT, 0);
        assertLogsIn(client("by_certificate", showing(own)), "by_certificate", "t");
    }

    @Test
    void aMissingCertificateIsRefusedByTheServersRules() throws IOException {
        assertThatThrownBy(() -> client("by_certificate", verified()).build().connect())
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("connection requires a valid client certificate");
    }

    @Test
    void aCertificateForSomebodyElseIsToo() throws IOException {
        HeldCertificate other = TlsServers.signed("somebody_else", TlsServers.ROOT, 0);
        assertThatThrownBy(
                        () -> client("by_certificate", showing(other)).build().connect())
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("certificate authentication failed for user \"by_certificate\"");
    }

    /** Which of the two is told depends on who is faster: in version 1.3 the server judges after the handshake. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anExpiredCertificateIsRefusedInTheHandshake(String version) throws IOException {
        HeldCertificate expired = TlsServers.signed(
                "by_certificate", TlsServers.ROOT, Duration.ofDays(2).toMillis());
        assertThatThrownBy(() -> client("by_certificate", showing(expired).protocols(version))
                        .build()
                        .connect())
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("does not accept the client's certificate");
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOW, only_plain, f",
        "ALLOW, only_tls, t",
        "PREFER, only_plain, f",
        "PREFER, only_tls, t",
        "DISABLE, only_plain, f",
        "REQUIRE, only_tls, t"
    })
    void theServersRulesDecideWhereTheModeLeavesIt(TlsMode mode, String user, String ssl) throws IOException {
        assertLogsIn(client(user, Tls.builder(mode)), user, ssl);
    }

    @ParameterizedTest
    @CsvSource({"DISABLE, only_tls", "REQUIRE, only_plain"})
    void aRuleAgainstTheModeIsARefusal(TlsMode mode, String user) {
        assertThatThrownBy(() -> client(user, Tls.builder(mode)).build().connect())
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("pg_hba.conf rejects connection");
    }

    @Test
    void unixSocketsIgnoreTheMode() throws IOException {
        PgClientBuilder client = client(EmbeddedServer.SUPERUSER, verified()).endpoint(ServerContract.unix(server));
        assertLogsIn(client, EmbeddedServer.SUPERUSER, "f");
    }

    @Test
    void closeFromAnotherThreadEndsAWaitingQuery() throws Exception {
        try (PgConnection administrator =
                client(EmbeddedServer.SUPERUSER, verified()).build().connect()) {
            PgConnection connection = client("only_tls", verified()).build().connect();
            String pid =
                    connection.query("select pg_backend_pid()").rows().get(0).text(0);
            var running = OwnThread.supply(() -> connection.query("select pg_sleep(600)"));
            BreakageContract.awaitActive(administrator, pid);
            connection.close();
            assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(PgTransportException.class);
        }
    }

    @Test
    void theReadTimeoutHoldsUnderTls() throws IOException {
        try (PgConnection connection = client("only_tls", verified())
                .readTimeout(Duration.ofMillis(300))
                .build()
                .connect()) {
            assertThatThrownBy(() -> connection.query("select pg_sleep(600)"))
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("in time");
        }
    }
}
