package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.spi.Endpoint;

/** The arguments that the examples share: host, port, user, password, database. */
final class Arguments {
    private Arguments() {}

    /** The client that they describe; see {@link FirstRows}. */
    static PgClient client(String[] args) {
        return PgClient.builder()
                .endpoint(Endpoint.tcp(args[0], Integer.parseInt(args[1])))
                .user(args[2])
                .password(args[3]::toCharArray)
                .database(args[4])
                .discover()
                .build();
    }
}
