package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.examples.CodecOnly;
import io.github.pgtwo.examples.FirstRows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JVMs with little: a small heap, few jars. */
class SmallJvmTest {
    private final EmbeddedServer server = Servers.thirteen();

    @Test
    void twoMillionRowsOverTcpIn24Megabytes() throws Exception {
        assertStreams(EmbeddedServer.HOST);
    }

    @Test
    void twoMillionRowsOverTheUnixSocketIn24Megabytes() throws Exception {
        assertStreams(server.socketDirectory().toString());
    }

    private void assertStreams(String host) throws Exception {
        ChildJvm run = ChildJvm.run(
                List.of("-Xmx24m"), ChildJvm.classPath(), StreamManyRows.class, host, "" + server.port(), "2000000");
        assertThat(run).isEqualTo(new ChildJvm(0, "2000000 rows, sum 2000001000000\n"));
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
