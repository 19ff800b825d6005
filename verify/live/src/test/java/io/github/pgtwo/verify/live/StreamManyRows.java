package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.spi.Endpoint;

/** Streams rows and prints how many came and what their first column adds up to. */
final class StreamManyRows {
    private StreamManyRows() {}

    public static void main(String[] args) {
        String sql =
                "select n, n * 2, 'text ' || n, case when n % 3 = 0 then null else n % 100 end, n / 7.0, now(), true,"
                        + " null, 'x', n::float8 from (select (a - 1) * 1000 + b from generate_series(1, " + args[2]
                        + " / 1000) a, generate_series(1, 1000) b) t (n)";
        long count = 0;
        long sum = 0;
        try (PgConnection connection = connect(args);
                RowStream rows = connection.stream(sql)) {
            for (Row row : rows) {
                count++;
                sum += Long.parseLong(row.text(0));
            }
        }
        System.out.println(count + " rows, sum " + sum);
    }

    /** The first two arguments are a host or a directory, and a port. */
    static PgConnection connect(String[] args) {
        int port = Integer.parseInt(args[1]);
        return PgClient.builder()
                .endpoint(args[0].startsWith("/") ? Endpoint.unix(args[0], port) : Endpoint.tcp(args[0], port))
                .user("postgres")
                .discover()
                .build()
                .connect();
    }
}
