package io.github.pgtwo.console.demo;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Result;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The steps, in their order. Each stands for itself, except that the role has to be created before it is used. */
final class Walk {
    private static final String PASSWORD = "it's \"secret\"";

    private Walk() {}

    static List<Step> steps() {
        return List.of(
                new Step("trust login as postgres", Walk::trust),
                new Step("select version(), over protocol 2.0", Walk::version),
                new Step("create a role with a password", Walk::createRole),
                new Step("md5 login as that role", Walk::md5),
                new Step("the same with a wrong password", Walk::wrongPassword),
                new Step("login to a database that does not exist", Walk::unknownDatabase),
                new Step("select null, ''", Walk::nullAgainstEmpty),
                new Step("three statements in one string", Walk::severalStatements),
                new Step("an error in the middle of a string, then the connection goes on", Walk::error),
                new Step("raise a notice", Walk::notice),
                new Step(Rows.COUNT + " rows, streamed, and their checksum", Walk::manyRows),
                new Step("a transaction whose second half fails", BeyondQueries::transaction),
                new Step("COPY ten thousand rows in and out", CopySteps::thereAndBack),
                new Step("a COPY with a bad value in its second row", CopySteps::failure),
                new Step("a notification from another connection", BeyondQueries::notification),
                new Step("call a function by its OID, without SQL", BeyondQueries::functionCall),
                new Step("a large object of a megabyte, there and back", BeyondQueries::largeObject),
                new Step("cancel a query in the middle of two thousand million rows", BeyondQueries::cancel));
    }

    private static String trust(Site site) {
        try (PgConnection connection = site.connect()) {
            String user = value(connection, "select current_user");
            Expect.same("postgres", user);
            return "current_user is " + user + ", no password was asked for";
        }
    }

    /** Servers append the position to a message in protocol 2.0 only; in later ones it is a field of its own. */
    private static String version(Site site) {
        try (PgConnection connection = site.connect()) {
            String version = value(connection, "select version()").replaceFirst(" on .*", "");
            String proof =
                    Expect.failure(PgServerException.class, " at character 1", () -> connection.query("nonsense"));
            return version + "; protocol 2.0, as only there errors end like this: ..." + lastWords(proof);
        }
    }

    private static String lastWords(String message) {
        return message.substring(message.lastIndexOf(" at character"));
    }

    private static String createRole(Site site) {
        try (PgConnection connection = site.connect()) {
            String literal = "'" + PASSWORD.replace("'", "''") + "'";
            Result result = connection.query("create role " + site.role() + " login password " + literal);
            Expect.same("CREATE ROLE", result.tag());
            return result.tag() + " " + site.role();
        }
    }

    private static String md5(Site site) {
        try (PgConnection connection = login(site, PASSWORD)) {
            String user = value(connection, "select current_user");
            Expect.same(site.role(), user);
            return "current_user is " + user + ", the password did not travel";
        }
    }

    private static String wrongPassword(Site site) {
        return Expect.failure(
                PgAuthException.class,
                "password authentication failed",
                () -> login(site, "guess").close());
    }

    /** Not an authentication failure: AuthenticationOk comes first, and the refusal after it. */
    private static String unknownDatabase(Site site) {
        return Expect.failure(
                PgServerException.class,
                "database \"nowhere\" does not exist",
                () -> site.client("postgres")
                        .database("nowhere")
                        .build()
                        .connect()
                        .close());
    }

    private static String nullAgainstEmpty(Site site) {
        try (PgConnection connection = site.connect()) {
            Row row = connection.query("select null, ''").rows().get(0);
            Expect.same(null, row.text(0));
            Expect.same("", row.text(1));
            return "NULL and an empty text, told apart";
        }
    }

    private static String severalStatements(Site site) {
        try (PgConnection connection = site.connect()) {
            List<String> tags =
                    connection
                            .script("create temp table t (n int); insert into t values (1), (2); select n from t")
                            .stream()
                            .map(Result::tag)
                            .toList();
            Expect.same(List.of("CREATE TABLE", "INSERT 0 2", "SELECT 2"), tags);
            return String.join(", ", tags);
        }
    }

    private static String error(Site site) {
        try (PgConnection connection = site.connect()) {
            String said = Expect.failure(
                    PgServerException.class,
                    "division by zero",
                    () -> connection.script("select 1; select 1/0; select 2"));
            Expect.same("42", value(connection, "select 42"));
            return said + "; then select 42 gave 42";
        }
    }

    private static String notice(Site site) {
        List<String> heard = new ArrayList<>();
        var listener = new ConnectionListener() {
            @Override
            public void notice(ServerMessage notice) {
                heard.add(notice.raw());
            }
        };
        try (PgConnection connection =
                site.client("postgres").listener(listener).build().connect()) {
            connection.query("do $$ begin raise notice 'hello'; end $$");
            Expect.same(List.of("NOTICE:  hello"), heard);
            return heard.get(0);
        }
    }

    private static String manyRows(Site site) throws NoSuchAlgorithmException {
        try (PgConnection connection = site.connect()) {
            String expected = value(connection, Rows.CHECKSUM);
            String received = Rows.checksum(connection);
            Expect.same(expected, received);
            return "md5 of all is " + received + " here and there";
        }
    }

    private static PgConnection login(Site site, String password) {
        return site.client(site.role()).password(password::toCharArray).build().connect();
    }

    static String value(PgConnection connection, String sql) {
        return String.valueOf(connection.query(sql).rows().get(0).text(0));
    }
}
