package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.settings.ConnectionSettings;
import io.github.pgtwo.client.settings.Surroundings;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connection strings, the environment and files, with real servers behind them. */
@Timeout(120)
class SettingsTest {
    private static EmbeddedServer readOnly;

    @TempDir
    private Path home;

    @BeforeAll
    static void start() {
        Servers.startAll();
        readOnly = EmbeddedServer.builder()
                .setting("default_transaction_read_only", "on")
                .start();
    }

    @AfterAll
    static void stop() {
        readOnly.close();
    }

    private PgConnection connect(String settings, Map<String, String> environment) {
        return connect(settings, environment, ConnectionListener.NONE);
    }

    private PgConnection connect(String settings, Map<String, String> environment, ConnectionListener listener) {
        var surroundings = new Surroundings(environment, EmbeddedServer.SUPERUSER, home, warning -> {});
        return PgClient.builder()
                .discover()
                .settings(ConnectionSettings.parse(settings).complete(surroundings))
                .listener(listener)
                .build()
                .connect();
    }

    private PgConnection connect(String settings) {
        return connect(settings, Map.of());
    }

    private static String at(EmbeddedServer... servers) {
        List<String> hosts = new ArrayList<>();
        for (EmbeddedServer server : servers) {
            hosts.add(EmbeddedServer.HOST + ":" + server.port());
        }
        return String.join(",", hosts);
    }

    private static String port(PgConnection connection) {
        return ServerContract.value(connection, "show port");
    }

    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void password(String line, String permissions) throws IOException {
        Path file = home.resolve(".pgpass");
        Files.writeString(file, line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aDeadAndASilentHostArePassedOver() throws IOException {
        EmbeddedServer alive = Servers.thirteen();
        List<String> heard = new ArrayList<>();
        ConnectionListener listener = new ConnectionListener() {
            @Override
            public void connectFailed(Endpoint place, Duration took, PgException reason) {
                heard.add(place.toString());
            }
        };
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String dead = "127.0.0.1:" + deadPort();
            String mute = "127.0.0.1:" + silent.getLocalPort();
            String uri = "postgresql://" + dead + "," + mute + "," + at(alive)
                    + "/postgres?connect_timeout=2&sslmode=disable";
            try (PgConnection connection = connect(uri, Map.of(), listener)) {
                assertThat(port(connection)).isEqualTo("" + alive.port());
            }
            assertThat(heard).containsExactly(dead, mute);
        }
    }

    @Test
    void theNextHostIsNotAskedWhatTheFirstHasRefused() {
        String uri = "postgresql://by_md5:wrong@" + at(Servers.thirteen(), readOnly) + "/postgres";
        assertThatThrownBy(() -> connect(uri))
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("by_md5");
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theWantedKindOfServerIsFound(String release) {
        EmbeddedServer other = Servers.of(release);
        String both = "postgresql://" + at(readOnly, other) + "/postgres?target_session_attrs=";
        try (PgConnection writing = connect(both + "read-write");
                PgConnection reading = connect(both + "read-only");
                PgConnection primary = connect(both + "primary");
                PgConnection preferred = connect(both + "prefer-standby")) {
            assertThat(port(writing)).isEqualTo("" + other.port());
            assertThat(port(reading)).isEqualTo("" + readOnly.port());
            assertThat(port(primary)).isEqualTo("" + readOnly.port());
            assertThat(port(preferred)).isEqualTo("" + readOnly.port());
        }
        assertThatThrownBy(() -> connect(both + "standby"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining(at(other) + " is no standby");
    }

    static List<String> releases() {
        return Servers.RELEASES;
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theEnvironmentIsPassedOn(String release) {
        Map<String, String> environment = Map.of(
                "PGHOST", EmbeddedServer.HOST,
                "PGPORT", "" + Servers.of(release).port(),
                "PGDATABASE", "postgres",
                "PGDATESTYLE", "German, DMY",
                "PGTZ", "Asia/Tokyo",
                "PGCLIENTENCODING", "LATIN1",
                "PGGEQO", "off",
                "PGAPPNAME", "it's \\ mine",
                "PGCOSTHEAP", "1",
                "PGOPTIONS", "-c statement_timeout=4321");
        try (PgConnection connection = connect("", environment)) {
            assertThat(ServerContract.value(connection, "show datestyle")).isEqualTo("German, DMY");
            assertThat(ServerContract.value(connection, "show timezone")).isEqualTo("Asia/Tokyo");
            assertThat(ServerContract.value(connection, "show client_encoding")).isEqualTo("LATIN1");
            assertThat(ServerContract.value(connection, "show geqo")).isEqualTo("off");
            assertThat(ServerContract.value(connection, "show application_name"))
                    .isEqualTo("it's \\ mine");
            assertThat(ServerContract.value(connection, "show statement_timeout"))
                    .isEqualTo("4321ms");
            assertThat(connection.profile().dateStyle()).isEqualTo("German, DMY");
            assertThat(connection.profile().clientEncoding()).isEqualTo("LATIN1");
        }
    }

    @Test
    void oneStringIsEnough() {
        try (PgConnection connection = PgClient.of("postgresql://by_md5:by_md5@" + at(Servers.thirteen()) + "/postgres")
                .connect()) {
            assertThat(ServerContract.value(connection, "select current_user")).isEqualTo("by_md5");
        }
    }

    @Test
    void whatTheServerRefusesEndsTheConnection() {
        assertThatThrownBy(() ->
                        connect("postgresql://" + at(Servers.thirteen()) + "/postgres", Map.of("PGTZ", "Mars/Crater")))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("Mars/Crater");
    }

    @Test
    void thePasswordFileHasThePassword() throws IOException {
        EmbeddedServer server = Servers.thirteen();
        password("127.0.0.1:" + server.port() + ":postgres:by_md5:by_md5", "rw-------");
        String uri = "postgresql://by_md5@" + at(server) + "/postgres";
        try (PgConnection connection = connect(uri)) {
            assertThat(ServerContract.value(connection, "select current_user")).isEqualTo("by_md5");
        }
        password("127.0.0.1:" + server.port() + ":postgres:by_md5:by_md5", "rw-r-----");
        assertThatThrownBy(() -> connect(uri)).isInstanceOf(PgAuthException.class);
    }

    @Test
    void aServiceLeadsToADirectory() throws IOException {
        EmbeddedServer server = Servers.thirteen();
        Files.writeString(
                home.resolve(".pg_service.conf"),
                "[till]\nhost=" + server.socketDirectory() + "\nport=" + server.port() + "\ndbname=postgres\n");
        try (PgConnection connection = connect("service=till")) {
            assertThat(ServerContract.value(connection, "select inet_server_port()"))
                    .isNull();
        }
        String encoded = server.socketDirectory().toString().replace("/", "%2F");
        try (PgConnection connection = connect("postgresql://" + encoded + ":" + server.port() + "/postgres")) {
            assertThat(ServerContract.value(connection, "select inet_server_port()"))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sslmode=disable", "?sslmode=prefer", "?sslmode=allow"})
    void modesThatDoNotInsistGoWithoutTls(String parameters) {
        try (PgConnection connection = connect("postgresql://" + at(Servers.thirteen()) + "/postgres" + parameters)) {
            ServerContract.assertAnswers(connection);
        }
    }

    @Test
    void tlsIsAsTheSettingsSay() throws IOException {
        EmbeddedServer server = TlsServers.good();
        Path root = Files.writeString(home.resolve("root.crt"), TlsServers.ROOT.certificatePem());
        String full = "hostaddr=127.0.0.1 port=" + server.port()
                + " user=only_tls dbname=postgres sslmode=verify-full sslsni=0 sslrootcert=" + root;
        try (PgConnection connection = connect(full + " host=localhost")) {
            assertThat(ServerContract.value(connection, "select ssl from pg_stat_ssl where pid = pg_backend_pid()"))
                    .isEqualTo("t");
        }
        assertThatThrownBy(() -> connect(full + " host=another.example"))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("another.example");
        Path other = Files.writeString(home.resolve("other.crt"), TlsServers.OTHER_ROOT.certificatePem());
        assertThatThrownBy(() -> connect(full.replace(root.toString(), other.toString()) + " host=localhost"))
                .isInstanceOf(PgTransportException.class);
    }

    @Test
    void commandsAreHeardOfWithoutTheClientsOwn() {
        List<String> heard = new ArrayList<>();
        ConnectionListener listener = new ConnectionListener() {
            @Override
            public void commandEnded(Duration took, Optional<Throwable> failure) {
                heard.add(took.compareTo(Duration.ofMillis(100)) >= 0 ? "long" : "short");
            }
        };
        String uri = "postgresql://" + at(Servers.thirteen()) + "/postgres";
        try (PgConnection connection = connect(uri, Map.of(), listener)) {
            connection.query("select pg_sleep(0.1)");
        }
        assertThat(heard).containsExactly("long");
    }
}
