package io.github.pgtwo.client;

import io.github.pgtwo.testkit.backend.Script;
import io.github.pgtwo.testkit.backend.ScriptedBackend;
import io.github.pgtwo.testkit.transport.MemoryTransport;
import java.io.IOException;
import java.time.Duration;

/** A client of a server that follows a script behind the login, of a release of choice. */
final class Play implements AutoCloseable {
    private final MemoryTransport transport = new MemoryTransport();
    private final ScriptedBackend server;
    private final PgConnection connection;

    private Play(int release, Script script) {
        server = ScriptedBackend.on(transport, Duration.ofSeconds(10), script);
        connection = PgClient.builder()
                .transport(transport)
                .endpoint(server.endpoint())
                .user("alice")
                .loginTimeout(Duration.ofSeconds(5))
                .serverProfile(Profiles.of(release))
                .build()
                .connect();
    }

    static Play on(int release, Script behindLogin) {
        return new Play(release, behindLogin);
    }

    /** What every script begins with. */
    static Script login() {
        return new Script().login();
    }

    PgConnection connection() {
        return connection;
    }

    ScriptedBackend server() {
        return server;
    }

    /** Fails if the client has left the script. */
    @Override
    public void close() throws IOException {
        try (server) {
            connection.close();
        }
    }
}
