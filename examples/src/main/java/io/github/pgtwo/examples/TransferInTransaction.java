package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgServerException;

/** Moves money, all or nothing; arguments: host, port, user, password, database. */
public final class TransferInTransaction {
    private TransferInTransaction() {}

    /** Prints what two people have after a transfer that works and one that does not. */
    public static void main(String[] args) {
        try (PgConnection connection = Arguments.client(args).connect()) {
            connection.query("create temp table account (name text, amount int check (amount >= 0))");
            connection.query("insert into account values ('Ann', 100), ('Bob', 0)");
            transfer(connection, 70);
            transfer(connection, 70);
            connection
                    .query("select name, amount from account order by name")
                    .rows()
                    .forEach(row -> System.out.println(row.text(0) + ": " + row.text(1)));
        }
    }

    private static void transfer(PgConnection connection, int amount) {
        try {
            connection.inTransaction(on -> {
                on.query("update account set amount = amount + " + amount + " where name = 'Bob'");
                return on.query("update account set amount = amount - " + amount + " where name = 'Ann'");
            });
        } catch (PgServerException e) {
            System.out.println("undone: " + e.serverMessage().message());
        }
    }
}
