package io.github.pgtwo.console.demo;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.auth.AuthPolicy.Cleartext;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;

/**
 * One way to the server.
 *
 * @param name the transport's
 * @param endpoint where it leads
 */
record Site(String name, Endpoint endpoint) {

    static Site tcp(EmbeddedServer server) {
        return new Site("tcp", Endpoint.tcp(EmbeddedServer.HOST, server.port()));
    }

    static Site unix(EmbeddedServer server) {
        return new Site("unix", Endpoint.unix(server.socketDirectory().toString(), server.port()));
    }

    /** The role that this site's steps create, for a server has two sites. */
    String role() {
        return "demo_" + name;
    }

    PgClientBuilder client(String user) {
        return PgClient.builder()
                .endpoint(endpoint)
                .user(user)
                .database(EmbeddedServer.SUPERUSER)
                .authPolicy(AuthPolicy.DEFAULT.withCleartext(Cleartext.NEVER))
                .discover();
    }

    PgConnection connect() {
        return client(EmbeddedServer.SUPERUSER).build().connect();
    }
}
