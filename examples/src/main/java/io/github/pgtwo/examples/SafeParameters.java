package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.sql.Identifier;
import io.github.pgtwo.client.sql.Sql;
import io.github.pgtwo.client.sql.ValueList;
import java.util.List;

/** Puts values and names into SQL, whatever they are; arguments: host, port, user, password, database. */
public final class SafeParameters {
    private static final String NAME = "O'Hara\\'; drop table people; --";

    private SafeParameters() {}

    /** Prints what has become of a hostile name. */
    public static void main(String[] args) {
        try (PgConnection connection = Arguments.client(args).connect()) {
            connection.query("create temp table people (name text, balance int, photo bytea)");
            // parameters.md: begin
            connection.query(Sql.of("insert into people values ({1}, {2}, {3})", NAME, -5, new byte[] {0, 39, 92}));
            Sql query = Sql.of("select name, 10 -{amount} from {table} where balance in {balances}")
                    .with("amount", -5)
                    .with("table", Identifier.of("people"))
                    .with("balances", ValueList.of(List.of(-5, 7)));
            for (Row row : connection.query(query).rows()) {
                System.out.println(row.text(0) + ": " + row.text(1));
            }
            // parameters.md: end
        }
    }
}
