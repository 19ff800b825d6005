package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.examples.WireDump;
import io.github.pgtwo.spi.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The codec as a third party: a proxy that reads along with a live conversation. */
class WireDumpTest {
    private final EmbeddedServer server = Servers.thirteen();

    @Test
    void aLiveConversationIsTracedWithoutItsSecrets() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            var proxy = OwnThread.run(() -> serve(door, out));
            talk(door.getLocalPort());
            proxy.get(20, TimeUnit.SECONDS);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "F StartupPacket 2.0 database='postgres' user='by_md5' options='' tty=''",
                        "F PasswordPacket ***",
                        "B AuthenticationOk",
                        "F Query 'select 1 as a, null as b'",
                        "B RowDescription ['a':23:4:-1, 'b':25:-1:-1]",
                        "B AsciiRow ['1', NULL]",
                        "B CompletedResponse 'SELECT 1'",
                        "B ReadyForQuery",
                        "F Terminate")
                .anyMatch(line -> line.matches("B BackendKeyData pid=\\d+ key=\\*\\*\\*"))
                .noneMatch(line -> line.matches(".*md5[0-9a-f]{32}.*"));
    }

    private void serve(ServerSocket door, PrintStream out) {
        try {
            WireDump.serve(door, EmbeddedServer.HOST, server.port(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void talk(int port) {
        PgClient client = PgClient.builder()
                .endpoint(Endpoint.tcp("127.0.0.1", port))
                .user("by_md5")
                .password("by_md5"::toCharArray)
                .database("postgres")
                .discover()
                .build();
        try (PgConnection connection = client.connect()) {
            connection.query("select 1 as a, null as b");
        }
    }
}
