package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import java.time.Duration;

/** What the contracts share: clients of a real server over one kind of endpoint. */
abstract class ServerContract {
    /** The endpoint of a server that this run of the contract goes over. */
    abstract Endpoint endpointOf(EmbeddedServer server);

    PgClientBuilder clientOf(EmbeddedServer server) {
        return clientAt(endpointOf(server));
    }

    static PgClientBuilder clientAt(Endpoint endpoint) {
        return PgClient.builder()
                .endpoint(endpoint)
                .user(EmbeddedServer.SUPERUSER)
                .database("postgres")
                .loginTimeout(Duration.ofSeconds(20))
                .readTimeout(Duration.ofSeconds(60))
                .discover();
    }

    PgConnection connect() {
        return clientOf(Servers.thirteen()).build().connect();
    }

    static void assertAnswers(PgConnection connection) {
        assertThat(connection.query("select 1").rows().get(0).text(0)).isEqualTo("1");
    }

    static Endpoint tcp(EmbeddedServer server) {
        return Endpoint.tcp(EmbeddedServer.HOST, server.port());
    }

    static Endpoint unix(EmbeddedServer server) {
        return Endpoint.unix(server.socketDirectory().toString(), server.port());
    }
}
