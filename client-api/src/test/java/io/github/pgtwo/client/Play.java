package io.github.pgtwo.client;

import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.util.List;

/** One connection to a server of a release of choice, which follows a script. */
final class Play implements AutoCloseable {
    private final LoggedInServer server;
    private final PgConnection connection;

    private Play(int release, Script script) {
        server = new LoggedInServer(release, script);
        connection = server.connect();
    }

    static Play on(int release, Script fromLogin) {
        return new Play(release, fromLogin);
    }

    /** What every script begins with. */
    static Script login() {
        return new Script().login();
    }

    PgConnection connection() {
        return connection;
    }

    List<CancelRequest> cancelRequests() {
        return server.cancelRequests();
    }

    /** Fails if the client has left the script. */
    @Override
    public void close() throws IOException {
        try (server) {
            connection.close();
        }
    }
}
