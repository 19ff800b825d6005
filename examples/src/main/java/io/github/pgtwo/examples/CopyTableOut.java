package io.github.pgtwo.examples;

import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Saves a table in a file, which gets its name only when all of it has come; arguments: host, port, user, database,
 * table, file.
 */
public final class CopyTableOut {
    private CopyTableOut() {}

    /** Prints how many bytes were written. */
    public static void main(String[] args) throws IOException {
        PgClient client = PgClient.builder()
                .endpoint(Endpoint.tcp(args[0], Integer.parseInt(args[1])))
                .user(args[2])
                .database(args[3])
                .discover()
                .build();
        Path file = Path.of(args[5]);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (PgConnection connection = client.connect();
                CopyOut copy = connection.copyOut("copy " + args[4] + " to stdout");
                OutputStream out = Files.newOutputStream(unfinished)) {
            System.out.println(copy.writeTo(out) + " bytes");
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
