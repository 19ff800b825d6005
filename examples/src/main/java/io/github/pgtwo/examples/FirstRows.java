package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.spi.Endpoint;

/** Connects, logs in and reads rows as they come; arguments: host, port, user, password, database. */
public final class FirstRows {
    private FirstRows() {}

    /** Prints three rows. */
    public static void main(String[] args) {
        // README: begin
        PgClient client = PgClient.builder()
                .endpoint(Endpoint.tcp(args[0], Integer.parseInt(args[1])))
                .user(args[2])
                .password(args[3]::toCharArray)
                .database(args[4])
                .discover()
                .build();
        try (PgConnection connection = client.connect();
                RowStream rows = connection.stream("select n, 'row ' || n from generate_series(1, 3) n")) {
            for (Row row : rows) {
                System.out.println(row.text(0) + ": " + row.text(1));
            }
        }
        // README: end
    }
}
