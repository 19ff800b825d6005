package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Answers to the request for TLS that no server of today gives, over real sockets. */
class TlsAnswersTest {
    private static final int REQUEST_LENGTH = 8;
    private static final int STARTUP_LENGTH = 296;
    private static final String UNKNOWN = "EUnsupported frontend protocol.\0";
    private static final String LOGGED_IN = "R\0\0\0\0K\0\0\0\1\0\0\0\1Z";

    /** Takes one connection after the other, and says of each how many bytes came. */
    private static final class Script implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<Integer> heard = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> run;

        Script(List<String> answers) throws IOException {
            run = OwnThread.run(() -> answers.forEach(this::serve));
        }

        private void serve(String answers) {
            try (Socket socket = listener.accept()) {
                int first = socket.getInputStream().readNBytes(4)[3];
                boolean request = first == REQUEST_LENGTH;
                int length = request ? REQUEST_LENGTH : STARTUP_LENGTH;
                socket.getInputStream().readNBytes(length - 4);
                socket.getOutputStream().write(answers.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                heard.add(length + socket.getInputStream().readAllBytes().length);
            } catch (IOException e) {
                heard.add(-1);
            }
        }

        PgConnection connect(TlsMode mode) throws IOException {
            return PgClient.builder()
                    .endpoint(Endpoint.tcp("127.0.0.1", listener.getLocalPort()))
                    .user("alice")
                    .tls(Tls.builder(mode).build())
                    .discover()
                    .build()
                    .connect();
        }

        /** How many bytes came over each connection. */
        List<Integer> heard() throws Exception {
            run.get(20, TimeUnit.SECONDS);
            return new ArrayList<>(heard);
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }

    @Test
    void anErrorIsFollowedByAConnectionWithoutWhereTheModeAllowsIt() throws Exception {
        try (Script old = new Script(List.of(UNKNOWN, "EFATAL:  not you\n\0"))) {
            assertThatThrownBy(() -> old.connect(TlsMode.PREFER))
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("not you");
            assertThat(old.heard()).containsExactly(REQUEST_LENGTH, STARTUP_LENGTH);
        }
    }

    @Test
    void anErrorIsTheEndWhereItDoesNot() throws Exception {
        try (Script old = new Script(List.of(UNKNOWN))) {
            assertThatThrownBy(() -> old.connect(TlsMode.REQUIRE))
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("servers before 7.0")
                    .hasMessageContaining("Unsupported frontend protocol.");
            assertThat(old.heard()).containsExactly(REQUEST_LENGTH);
        }
    }

    @Test
    void bytesBehindTheSAreTampering() throws Exception {
        for (TlsMode mode : List.of(TlsMode.PREFER, TlsMode.REQUIRE)) {
            try (Script man = new Script(List.of("S" + LOGGED_IN))) {
                assertThatThrownBy(() -> man.connect(mode))
                        .isInstanceOf(PgProtocolException.class)
                        .hasMessageContaining("no TLS handshake protects");
                assertThat(man.heard()).containsExactly(REQUEST_LENGTH);
            }
        }
    }

    @Test
    void aServerThatClosesBehindTheSNeverHearsAName() throws Exception {
        try (Script broken = new Script(List.of("S"))) {
            assertThatThrownBy(() -> broken.connect(TlsMode.REQUIRE))
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("in the middle of the TLS handshake");
            assertThat(broken.heard()).hasSize(1);
        }
    }
}
