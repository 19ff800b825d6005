package io.github.pgtwo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.embedded.EmbeddedServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    private static EmbeddedServer server;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.builder()
                .hba("host all clear 127.0.0.1/32 password")
                .sql("create role joe login password 'secret'", "create role clear login password 'secret'")
                .start();
        environment = Map.of(
                "PGHOST", EmbeddedServer.HOST,
                "PGPORT", String.valueOf(server.port()),
                "PGUSER", EmbeddedServer.SUPERUSER);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** Each case of psql.txt, in its order: what psql printed to its standard output, and how it ended. */
    @TestFactory
    List<DynamicTest> printsWhatPsqlPrints() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String recorded : recordings()) {
            int end = recorded.indexOf('\n');
            String[] arguments = recorded.substring(0, end).split("\t");
            tests.add(DynamicTest.dynamicTest(String.join(" ", arguments), () -> {
                Run run = Run.with(environment, "", arguments);
                assertThat(run.out() + "= " + run.status() + "\n").isEqualTo(recorded.substring(end + 1));
            }));
        }
        return tests;
    }

    private static List<String> recordings() throws IOException {
        try (var file = ConsoleTest.class.getResourceAsStream("psql.txt")) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(all.substring(2).split("(?m)^#\t"));
        }
    }

    @Test
    void readsStatementsFromItsInput() {
        Run run = Run.with(environment, "select 1;\nselect\n2;\nnonsense;\nselect 3", "-At");
        assertThat(run)
                .isEqualTo(new Run(0, "1\n2\n3\n", "ERROR:  syntax error at or near \"nonsense\" at character 1\n"));
    }

    @Test
    void showsNoticesAndErrorsAsideFromResults() {
        Run run = run("-Atc", "do $$ begin raise notice 'hi'; end $$; select 7; select 1/0");
        assertThat(run).isEqualTo(new Run(1, "DO\n7\n", "NOTICE:  hi\nERROR:  division by zero\n"));
    }

    @Test
    void endsWhenTheServerEndsTheSession() {
        Run run = run(
                "-At", "-c", "do $$ begin perform pg_terminate_backend(pg_backend_pid()); end $$", "-c", "select 1");
        assertThat(run)
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "FATAL:  terminating connection due to administrator command\nconnection to server was lost\n"));
    }

    @Test
    void logsInWithAPasswordOverTheUnixSocketByUri() {
        String directory = server.socketDirectory().toString().replace("/", "%2F");
        Run run = Run.of(
                "-Atc",
                "select current_user, inet_server_port()",
                "postgresql://joe:secret@" + directory + ":" + server.port() + "/postgres");
        assertThat(run).isEqualTo(new Run(0, "joe|\n", ""));
    }

    /** As in psql: the string, then options, the service, the environment; and the password from its file. */
    @Test
    void takesEveryFormOfConnection(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve(".pgpass"), "127.0.0.1:" + server.port() + ":*:joe:secret\n");
        Files.setPosixFilePermissions(home.resolve(".pgpass"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(home.resolve(".pg_service.conf"), "[till]\nhost=127.0.0.1\nport=" + server.port() + "\n");
        String sql = "select current_user, current_setting('application_name')";
        Run joe = new Run(0, "joe|pgtwo\n", "");
        String where = "host=127.0.0.1 port=" + server.port();
        assertThat(at(home, "-Atc", sql, "-h", "ignored", where + " user=joe dbname=postgres"))
                .isEqualTo(joe);
        assertThat(at(home, "-Atc", sql, "-U", "joe", "service=till dbname=postgres"))
                .isEqualTo(joe);
        assertThat(at(home, "-Atc", sql, "-h", "127.0.0.1", "-p", "" + server.port(), "-Ujoe", "-dpostgres"))
                .isEqualTo(joe);
        assertThat(at(home, "-Atc", sql, "postgresql://joe@127.0.0.1:1,127.0.0.1:" + server.port() + "/postgres"))
                .isEqualTo(joe);
    }

    private static Run at(Path home, String... arguments) {
        return Run.with(Map.of("HOME", home.toString()), "", arguments);
    }

    @Test
    void warnsOfAPasswordFileThatOthersMayRead(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve(".pgpass"), "*:*:*:*:secret\n");
        Files.setPosixFilePermissions(home.resolve(".pgpass"), PosixFilePermissions.fromString("rw-r--r--"));
        Run run = at(home, "-c", "select 1", "-h127.0.0.1", "-p" + server.port(), "-Ujoe", "postgres");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("WARNING: password file \"" + home + "/.pgpass\" has group or world access");
    }

    @Test
    void saysWhichPasswordIsMissing() {
        Run run = run("-U", "joe", "postgres");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("password of \"joe\"").contains("PGPASSWORD");
    }

    @Test
    void keepsThePasswordFromAServerThatWantsItInTheClear() {
        String uri = "postgresql://clear:secret@127.0.0.1:" + server.port() + "/postgres";
        Run refused = Run.of("-Atc", "select 1", uri);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("give away the password");
        assertThat(Run.of("--allow-cleartext", "-Atc", "select 1", uri)).isEqualTo(new Run(0, "1\n", ""));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Run run = Run.of("-h", "127.0.0.1", "-p", String.valueOf(port), "-c", "select 1");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("pgtwo: error: ").contains("127.0.0.1:" + port);
    }

    @Test
    void warnsOfWordsThatNobodyWants() {
        Run run = run("-At", "postgres", "postgres", "extra", "-c", "select 1");
        assertThat(run).isEqualTo(new Run(0, "1\n", "pgtwo: warning: extra command-line argument \"extra\" ignored\n"));
    }

    @Test
    void startsAServerOfItsOwn() {
        assertThat(Run.of("--embedded", "-A", "-t", "-c", "select 1, null, 'x'"))
                .isEqualTo(new Run(0, "1||x\n", ""));
    }

    private static Run run(String... arguments) {
        return Run.with(environment, "", arguments);
    }
}
