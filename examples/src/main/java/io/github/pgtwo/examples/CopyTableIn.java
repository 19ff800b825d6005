package io.github.pgtwo.examples;

import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads a file into a table, all of it or nothing; arguments: host, port, user, database, table, file. */
public final class CopyTableIn {
    private CopyTableIn() {}

    /** Prints how many rows were loaded, as far as the server tells. */
    public static void main(String[] args) throws IOException {
        PgClient client = PgClient.builder()
                .endpoint(Endpoint.tcp(args[0], Integer.parseInt(args[1])))
                .user(args[2])
                .database(args[3])
                .discover()
                .build();
        try (PgConnection connection = client.connect();
                InputStream file = Files.newInputStream(Path.of(args[5]));
                CopyIn copy = connection.copyIn("copy " + args[4] + " from stdin")) {
            copy.transferFrom(file, bytes -> System.out.print(bytes + " bytes sent\r"));
            System.out.println("\n" + copy.complete().orElse(-1) + " rows");
        }
    }
}
