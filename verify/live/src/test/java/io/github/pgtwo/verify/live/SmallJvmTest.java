package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.examples.CodecOnly;
import io.github.pgtwo.examples.CopyTableIn;
import io.github.pgtwo.examples.CopyTableOut;
import io.github.pgtwo.examples.FirstRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs with little: a small heap, few jars. */
class SmallJvmTest {
    private final EmbeddedServer server = Servers.thirteen();

    @Test
    void fiveMillionRowsOverTcpIn24Megabytes() throws Exception {
        assertStreams(EmbeddedServer.HOST);
    }

    @Test
    void fiveMillionRowsOverTheUnixSocketIn24Megabytes() throws Exception {
        assertStreams(server.socketDirectory().toString());
    }

    @Test
    void copiesAGigabyteBothWaysIn24MegabytesOverTcp() throws Exception {
        assertCopies(EmbeddedServer.HOST, 1000);
    }

    @Test
    void copiesMuchBothWaysIn24MegabytesOverTheUnixSocket() throws Exception {
        assertCopies(server.socketDirectory().toString(), 100);
    }

    private void assertCopies(String host, int megabytes) throws Exception {
        ChildJvm run = ChildJvm.run(
                List.of("-Xmx24m"), ChildJvm.classPath(), CopyMuch.class, host, "" + server.port(), "" + megabytes);
        String rows = megabytes + "000";
        assertThat(run)
                .isEqualTo(new ChildJvm(
                        0, "out " + 995L * megabytes + "000\nlines " + 992L * megabytes + "000\nin " + rows + "\n"));
    }

    @Test
    void theExamplesOfCopySaveAndLoadATable(@TempDir Path directory) throws Exception {
        String file = directory.resolve("saved").toString();
        assertThat(copyExample(CopyTableOut.class, "pg_catalog.pg_class", file).output())
                .isEqualTo(Files.size(Path.of(file)) + " bytes\n");
        Files.writeString(Path.of(file), "1\tone\n2\t\\N\n");
        try (PgConnection connection =
                ServerContract.clientAt(ServerContract.tcp(server)).build().connect()) {
            connection.query("create table if not exists loaded (a int, b text)");
        }
        assertThat(copyExample(CopyTableIn.class, "loaded", file))
                .isEqualTo(new ChildJvm(0, "11 bytes sent\r\n2 rows\n"));
    }

    private ChildJvm copyExample(Class<?> main, String table, String file) throws Exception {
        return ChildJvm.run(
                List.of(),
                ChildJvm.classPath(),
                main,
                EmbeddedServer.HOST,
                "" + server.port(),
                "postgres",
                "postgres",
                table,
                file);
    }

    private void assertStreams(String host) throws Exception {
        ChildJvm run = ChildJvm.run(
                List.of("-Xmx24m"), ChildJvm.classPath(), StreamManyRows.class, host, "" + server.port(), "5000000");
        assertThat(run).isEqualTo(new ChildJvm(0, "5000000 rows, sum 12500002500000\n"));
    }

    @Test
    void aHundredThousandTextsAheadOfTheirAnswersIn24Megabytes() throws Exception {
        for (String host : List.of(EmbeddedServer.HOST, server.socketDirectory().toString())) {
            ChildJvm run = ChildJvm.run(
                    List.of("-Xmx24m"),
                    ChildJvm.classPath(),
                    PipelineManyTexts.class,
                    host,
                    "" + server.port(),
                    "100000");
            assertThat(run).isEqualTo(new ChildJvm(0, "sum 5000050000\n"));
        }
    }

    @Test
    void theExampleOfTheReadmeRuns() throws Exception {
        assertFirstRows(ChildJvm.classPath());
    }

    @Test
    void theSameWithoutGuiceNativeCodeAndBouncyCastle() throws Exception {
        String few =
                ChildJvm.classPathWithout("guice", "guava", "bcprov", "jnr", "jffi", "asm", "aopalliance", "jakarta");
        assertThat(few).doesNotContain("com/google/inject").doesNotContain("bouncycastle");
        assertFirstRows(few);
    }

    @Test
    void theLoopOfTheCodecRunsWithTheCodecAlone() throws Exception {
        String alone = ChildJvm.classPathWithout(
                "pgtwo-client",
                "pgtwo-transport",
                "pgtwo-auth",
                "pgtwo-connector",
                "slf4j",
                "guice",
                "guava",
                "jspecify");
        ChildJvm run = ChildJvm.run(
                List.of(),
                alone,
                CodecOnly.class,
                EmbeddedServer.HOST,
                "" + server.port(),
                "postgres",
                "postgres",
                "select 7");
        assertThat(run.exit()).isZero();
        assertThat(run.output().lines())
                .startsWith("B AuthenticationOk")
                .contains("B AsciiRow ['7']", "B CompletedResponse 'SELECT 1'")
                .endsWith("B ReadyForQuery");
    }

    private void assertFirstRows(String classPath) throws Exception {
        ChildJvm run = ChildJvm.run(
                List.of(),
                classPath,
                FirstRows.class,
                EmbeddedServer.HOST,
                "" + server.port(),
                "by_md5",
                "by_md5",
                "postgres");
        assertThat(run).isEqualTo(new ChildJvm(0, "1: row 1\n2: row 2\n3: row 3\n"));
    }
}
