package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.examples.CancelQuery;
import io.github.pgtwo.examples.ConnectAsConfigured;
import io.github.pgtwo.examples.LargeObjectFile;
import io.github.pgtwo.examples.ListenForNotifications;
import io.github.pgtwo.examples.PipelineInserts;
import io.github.pgtwo.examples.ReadByCursor;
import io.github.pgtwo.examples.ReadFast;
import io.github.pgtwo.examples.ReadTypes;
import io.github.pgtwo.examples.SafeParameters;
import io.github.pgtwo.examples.TransferInTransaction;
import io.github.pgtwo.spi.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples, as programs of their own. */
@Timeout(120)
class ExamplesTest extends ServerContract {
    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return tcp(server);
    }

    private ChildJvm run(Class<?> example, String... more) throws Exception {
        String[] usual = {EmbeddedServer.HOST, "" + server().port(), "by_md5", "by_md5", "postgres"};
        String[] all = Stream.of(usual, more).flatMap(Stream::of).toArray(String[]::new);
        return ChildJvm.run(List.of(), ChildJvm.classPath(), example, all);
    }

    private void assertPrints(ChildJvm run, String... lines) {
        assertThat(run).isEqualTo(new ChildJvm(0, String.join("\n", lines) + "\n"));
    }

    @Test
    void pipelineInserts() throws Exception {
        assertPrints(
                run(PipelineInserts.class),
                "duplicate key value violates unique constraint \"numbers_pkey\"",
                "1000 rows");
    }

    @Test
    void safeParameters() throws Exception {
        assertPrints(run(SafeParameters.class), "O'Hara\\'; drop table people; --: 15");
    }

    @Test
    void connectAsConfigured() throws Exception {
        String uri = "postgresql://by_md5:by_md5@127.0.0.1:" + server().port() + "/postgres";
        assertPrints(ChildJvm.run(List.of(), ChildJvm.classPath(), ConnectAsConfigured.class, uri), "by_md5");
    }

    @Test
    void readByCursor() throws Exception {
        assertPrints(run(ReadByCursor.class), "" + 250L * 251 * 501 / 6);
    }

    @Test
    void readFast() throws Exception {
        assertPrints(run(ReadFast.class), "100000 rows, sum 5000050000, tens 10000", "long long long ");
    }

    @Test
    void readTypes() throws Exception {
        assertPrints(
                run(ReadTypes.class),
                "8",
                "12.50",
                "2001-02-03",
                "[1, null]",
                "infinity",
                "P1DT2H",
                "Point[x=1.0, y=2.0]");
    }

    @Test
    void largeObjectFile(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[300_001]);
        Path copy = folder.resolve("copy");
        assertPrints(run(LargeObjectFile.class, "" + file, "" + copy), "last byte: 0", "copied: 300001");
        assertThat(copy).hasSameBinaryContentAs(file);
    }

    @Test
    void listenForNotifications() throws Exception {
        FutureTask<ChildJvm> run = new FutureTask<>(() -> run(ListenForNotifications.class, "example"));
        new Thread(run).start();
        try (PgConnection connection = connect()) {
            while (!run.isDone()) {
                connection.query("notify example");
                connection.query("select pg_sleep(0.05)");
            }
        }
        assertPrints(run.get(), "notified: example");
    }

    @Test
    void cancelQuery() throws Exception {
        assertPrints(run(CancelQuery.class), "canceling statement due to user request");
    }

    @Test
    void transferInTransaction() throws Exception {
        assertPrints(
                run(TransferInTransaction.class),
                "undone: new row for relation \"account\" violates check constraint \"account_amount_check\"",
                "Ann: 30",
                "Bob: 70");
    }
}
