package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Pipeline;
import io.github.pgtwo.client.error.PgServerException;

/** Sends many statements without waiting for each; arguments: host, port, user, password, database. */
public final class PipelineInserts {
    private static final int ROWS = 1000;

    private PipelineInserts() {}

    /** Inserts rows, each a transaction of its own, one of which fails by itself. */
    public static void main(String[] args) {
        try (PgConnection connection = Arguments.client(args).connect()) {
            connection.query("create temp table numbers (n int primary key)");
            long inserted = 0;
            try (Pipeline pipeline = connection.pipeline()) {
                for (int n = 1; n <= ROWS; n++) {
                    pipeline.send("insert into numbers values (" + n + ")");
                }
                pipeline.send("insert into numbers values (1)");
                while (pipeline.hasNext()) {
                    inserted += insertedBy(pipeline);
                }
            }
            System.out.println(inserted + " rows");
        }
    }

    private static long insertedBy(Pipeline pipeline) {
        try {
            return pipeline.next().affectedRows().orElse(0);
        } catch (PgServerException e) {
            System.out.println(e.serverMessage().message());
            return 0;
        }
    }
}
