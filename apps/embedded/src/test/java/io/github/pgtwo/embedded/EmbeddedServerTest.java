package io.github.pgtwo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.builder()
                .hba("host all guest 127.0.0.1/32 trust", "host all stranger 127.0.0.1/32 reject")
                .sql("create role guest login", "create role joe login password 'it''s'")
                .setting("application_name", "it's \\ quoted")
                .start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void letsTheSuperuserInOverTcp() throws Exception {
        try (var client = RawClient.tcp(server)) {
            assertWelcome(client, EmbeddedServer.SUPERUSER);
        }
    }

    @Test
    void letsTheSuperuserInOverTheUnixSocket() throws Exception {
        try (var client = RawClient.unix(server)) {
            assertWelcome(client, EmbeddedServer.SUPERUSER);
        }
    }

    @Test
    void obeysTheRulesGiven() throws Exception {
        try (var guest = RawClient.tcp(server);
                var stranger = RawClient.tcp(server)) {
            assertWelcome(guest, "guest");
            stranger.startUp("stranger");
            assertThat(stranger.rest()).contains("pg_hba.conf rejects connection");
        }
    }

    @Test
    void asksEverybodyElseForAnMd5Password() throws Exception {
        try (var tcp = RawClient.tcp(server);
                var unix = RawClient.unix(server)) {
            assertAskedForMd5(tcp);
            assertAskedForMd5(unix);
        }
    }

    @Test
    void keepsSettingsAsGiven() throws Exception {
        try (var client = RawClient.tcp(server)) {
            client.startUp(EmbeddedServer.SUPERUSER);
            client.query("show application_name");
            client.query("select rolpassword like 'md5%' from pg_authid where rolname = 'joe'");
            client.query("select pg_terminate_backend(pg_backend_pid())");
            assertThat(client.rest()).contains("it's \\ quoted").contains("\0\0\0\5t");
        }
    }

    @Test
    void keepsItsFolderToItself() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.folder())))
                .isEqualTo("rwx------");
        assertThat(server.folder().resolve("socket/.s.PGSQL." + server.port()).toString())
                .hasSizeLessThan(100);
    }

    @Test
    void toleratesOthersOfItsKind() throws Exception {
        try (var other = EmbeddedServer.start();
                var client = RawClient.tcp(other)) {
            assertThat(other.port()).isNotEqualTo(server.port());
            assertWelcome(client, EmbeddedServer.SUPERUSER);
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        var other = EmbeddedServer.start();
        List<ProcessHandle> processes = processes(other);
        assertThat(processes).hasSizeGreaterThan(4).allMatch(ProcessHandle::isAlive);
        try (var client = RawClient.tcp(other)) {
            assertWelcome(client, EmbeddedServer.SUPERUSER);
            other.close();
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(other.folder()).doesNotExist();
        other.close();
    }

    @Test
    void tellsSessionsWhenItStops() throws Exception {
        try (var other = EmbeddedServer.start();
                var client = RawClient.tcp(other)) {
            assertWelcome(client, EmbeddedServer.SUPERUSER);
            other.stop();
            assertThat(client.rest()).contains("terminating connection due to administrator command");
            assertThat(other.running()).isFalse();
        }
    }

    @Test
    void tellsSessionsNothingWhenItIsKilled() throws Exception {
        try (var other = EmbeddedServer.start();
                var client = RawClient.tcp(other)) {
            List<ProcessHandle> processes = processes(other);
            assertWelcome(client, EmbeddedServer.SUPERUSER);
            other.kill();
            assertThat(client.rest()).doesNotContain("terminating");
            assertThat(processes).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void saysWhyItDoesNotStart() {
        var builder = EmbeddedServer.builder().setting("max_connections", "many");
        assertThatThrownBy(builder::start)
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("max_connections");
    }

    @Test
    void saysWhichStatementFailed() {
        var builder = EmbeddedServer.builder().sql("create nonsense");
        assertThatThrownBy(builder::start)
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("syntax error at or near \"nonsense\"");
    }

    @Test
    void saysThatAJarHoldsNoServer() {
        var builder = EmbeddedServer.builder().binaries(Path.of("no-such.jar"));
        assertThatThrownBy(builder::start)
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("no-such.jar");
    }

    private static List<ProcessHandle> processes(EmbeddedServer server) {
        ProcessHandle main = ProcessHandle.of(server.pid()).orElseThrow();
        return Stream.concat(Stream.of(main), main.descendants()).toList();
    }

    private static void assertWelcome(RawClient client, String user) throws IOException {
        client.startUp(user);
        assertThat(client.nextByte()).isEqualTo('R');
        assertThat(client.nextInt()).isZero();
        assertThat(client.nextByte()).isEqualTo('K');
        assertThat(client.nextInt()).isPositive();
        client.nextInt();
        assertThat(client.nextByte()).isEqualTo('Z');
    }

    private static void assertAskedForMd5(RawClient client) throws IOException {
        client.startUp("joe");
        assertThat(client.nextByte()).isEqualTo('R');
        assertThat(client.nextInt()).isEqualTo(5);
    }
}
