package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.unix.UnixTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose server it is, by both engines, told from who owns its socket. */
class RequirePeerTest extends ServerContract {
    private static final List<UnixTransport> ENGINES = List.of(UnixTransport.jnr(), UnixTransport.jdk());

    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return unix(server);
    }

    private PgClient requiring(String user, UnixTransport engine) {
        return clientOf(Servers.thirteen()).transport(engine).requirePeer(user).build();
    }

    private String owner() throws IOException {
        return Files.getOwner(Path.of(endpointOf(Servers.thirteen()).toString()))
                .getName();
    }

    @Test
    void theUserOfTheServerIsAccepted() throws IOException {
        for (UnixTransport engine : ENGINES) {
            try (PgConnection connection = requiring(owner(), engine).connect()) {
                assertAnswers(connection);
            }
        }
    }

    @Test
    void theUserOfTheServerMayHearAPassword() throws IOException {
        for (UnixTransport engine : ENGINES) {
            PgClientBuilder builder = clientOf(Servers.thirteen())
                    .transport(engine)
                    .user("by_password")
                    .password("by_password"::toCharArray);
            assertThatThrownBy(() -> builder.build().connect())
                    .isInstanceOf(PgAuthException.class)
                    .hasMessageContaining("a Unix socket with requirePeer");
            try (PgConnection connection = builder.requirePeer(owner()).build().connect()) {
                assertAnswers(connection);
            }
        }
    }

    @Test
    void anotherUserIsRefused() throws IOException {
        String owner = owner();
        for (UnixTransport engine : ENGINES) {
            assertThatThrownBy(() -> requiring("not_" + owner, engine).connect())
                    .isInstanceOf(PgAuthException.class)
                    .hasMessageContaining("has to run as the user not_" + owner)
                    .hasMessageContaining("but it runs as " + owner + ";");
        }
    }
}
