package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.RepeatedQuery;
import io.github.pgtwo.client.type.Integers;
import io.github.pgtwo.codec.backend.RowView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads many rows without an object for each, and passes a long value on without holding it; arguments: host, port, user,
 * password, database.
 */
public final class ReadFast {
    private static final String MANY =
            "select n, case when n % 10 = 0 then 'ten' end from generate_series(1, 100000) n";

    private long sum;
    private long tens;

    private ReadFast() {}

    /** Adds up numbers and counts texts, and writes a value to the standard output. */
    public static void main(String[] args) throws IOException {
        try (PgConnection connection = Arguments.client(args).connect()) {
            ReadFast reader = new ReadFast();
            RepeatedQuery query = connection.repeated(MANY);
            System.out.println(query.run(reader::look) + " rows, sum " + reader.sum + ", tens " + reader.tens);
            connection.transferValue("select repeat('long ', 3)", System.out);
            System.out.println();
        }
    }

    /** The view lasts as long as this call: what is to be kept has to be copied out of it, as a String is. */
    private void look(RowView row) {
        sum += row.read(0, Integers.TEXT);
        if (!row.isNull(1) && row.text(1, StandardCharsets.US_ASCII).equals("ten")) {
            tens++;
        }
    }
}
