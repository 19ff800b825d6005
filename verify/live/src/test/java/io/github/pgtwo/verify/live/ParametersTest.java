package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.encoding.MalformedText;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the argument, the server's value is it, one statement has run, and nothing else has changed. */
@ParameterizedClass
@MethodSource("places")
@Timeout(600)
class ParametersTest extends ServerContract {
    /** How many arguments in all; the places share them. */
    private static final int ARGUMENTS = Integer.getInteger("pgtwo.arguments", 60_000);

    private static final int SHARE =
            ARGUMENTS / (Servers.RELEASES.size() * Repertoire.values().length * (1 + Strings.values().length));

    private static final long SEED = Long.getLong("pgtwo.seed", 13);

    /** What {@code standard_conforming_strings} is, as the client sees it and as it is. */
    enum Strings {
        ON,
        OFF,
        SWITCHED_OFF,
        SWITCHED_ON;

        String atLogin() {
            return this == ON || this == SWITCHED_OFF ? "on" : "off";
        }

        String later() {
            return this == ON || this == SWITCHED_ON ? "on" : "off";
        }
    }

    @Parameter(0)
    private String release;

    @Parameter(1)
    private Repertoire repertoire;

    static Stream<Arguments> places() {
        Servers.startAll();
        return Servers.RELEASES.stream()
                .flatMap(release ->
                        Arrays.stream(Repertoire.values()).map(repertoire -> Arguments.of(release, repertoire)));
    }

    @Override
    EmbeddedServer server() {
        return Servers.of(release);
    }

    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return unix(server);
    }

    @Test
    void whateverTheArgument() {
        String database = "parameters_" + repertoire.name().toLowerCase(Locale.ROOT);
        try (PgConnection owner = connect()) {
            owner.query("create database " + database + " encoding '" + repertoire + "' template template0");
        }
        for (Strings strings : Strings.values()) {
            try (PgConnection connection = connectTo(database, strings)) {
                connection.query("set standard_conforming_strings = " + strings.later());
                fuzz(connection, repertoire, SEED + Objects.hash(release, repertoire.name(), strings.name()));
            }
        }
        inTheDatabasesOwnEncoding(database);
    }

    /** Without conversion between the two. */
    private void inTheDatabasesOwnEncoding(String database) {
        boolean unknown = repertoire == Repertoire.SQL_ASCII;
        ServerProfile profile;
        try (PgConnection asked = clientOf(server()).database(database).build().connect()) {
            profile = asked.profile().withClientEncoding(repertoire.name());
        }
        PgClientBuilder client = clientOf(server())
                .database(database)
                .options("-c client_encoding=" + repertoire)
                .text(new TextPolicy(StandardCharsets.ISO_8859_1, MalformedText.REPORT))
                .serverProfile(profile);
        try (PgConnection connection = client.build().connect()) {
            fuzz(connection, unknown ? Repertoire.LATIN1 : repertoire, SEED);
        }
    }

    private static void fuzz(PgConnection connection, Repertoire repertoire, long seed) {
        connection.script(
                "set extra_float_digits = 3; set timezone = 'UTC'; create temp table canary as select 1 as one");
        String before = state(connection);
        assertThat(new Fuzz(connection, repertoire, seed).run(SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(state(connection)).isEqualTo(before);
    }

    private PgConnection connectTo(String database, Strings strings) {
        return clientOf(server())
                .database(database)
                .options("-c standard_conforming_strings=" + strings.atLogin())
                .build()
                .connect();
    }

    /** Tables but for temporary ones, which other sessions may have left, settings, and what is in the canary. */
    private static String state(PgConnection connection) {
        return value(connection, "select md5(string_agg(name || setting, '' order by name)) from pg_settings")
                + value(connection, "select count(*) || max(relname) from pg_class where relpersistence <> 't'")
                + value(connection, "select string_agg(one::text, ',') from canary");
    }
}
