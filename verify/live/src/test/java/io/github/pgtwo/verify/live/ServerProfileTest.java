package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.StringSyntax;
import io.github.pgtwo.client.profile.TimestampFormat;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** What is known of a server without that the protocol tells. */
class ServerProfileTest extends EveryServer {
    @Test
    void allOfIt() {
        try (PgConnection connection = connect()) {
            ServerProfile profile = connection.profile();
            assertThat(profile.version().release()).isEqualTo(place().release());
            assertThat(profile.version().text()).startsWith("PostgreSQL " + place().release() + ".");
            assertThat(profile.serverEncoding()).isEqualTo("UTF8");
            assertThat(profile.clientEncoding()).isEqualTo("UTF8");
            assertThat(profile.dateStyle()).isEqualTo("ISO, MDY");
            assertThat(profile.strings()).isEqualTo(StringSyntax.STANDARD);
            assertThat(profile.timestamps()).isEqualTo(TimestampFormat.INTEGER);
            assertThat(profile.byteOrder()).isEqualTo(ByteOrder.BIG_ENDIAN);
        }
    }

    @Test
    void settingsOfTheUserAreSetRightOrTold() {
        try (PgConnection connection = clientOf(server())
                .options("-c datestyle=SQL,DMY -c standard_conforming_strings=off")
                .build()
                .connect()) {
            assertThat(connection.profile().strings()).isEqualTo(StringSyntax.BACKSLASH_ESCAPES);
            assertThat(connection.profile().dateStyle()).isEqualTo("ISO, DMY");
            assertThat(value(connection, "select date '1.2.2003'")).isEqualTo("2003-02-01");
        }
    }

    @Test
    void laterConnectionsOfAClientFindAndSetTheSame() {
        PgClient client = clientOf(server())
                .options("-c datestyle=SQL,DMY -c intervalstyle=iso_8601")
                .build();
        try (PgConnection first = client.connect();
                PgConnection second = client.connect()) {
            assertThat(second.profile()).isEqualTo(first.profile());
            assertThat(second.profile().dateStyle()).isEqualTo("ISO, DMY");
            assertThat(value(second, "select interval '1 day 02:03:04'")).isEqualTo("1 day 02:03:04");
            assertThat(value(second, "show client_encoding")).isEqualTo("UNICODE");
        }
    }

    @Test
    void intervalsAreWrittenInOneStyle() {
        try (PgConnection connection =
                clientOf(server()).options("-c intervalstyle=iso_8601").build().connect()) {
            assertThat(value(connection, "select interval '1 day 02:03:04'")).isEqualTo("1 day 02:03:04");
        }
    }

    @Test
    void textOfADatabaseInAnotherEncoding() {
        String name = "latin" + place().suffix();
        try (PgConnection owner = connect()) {
            owner.query("create database " + name + " encoding 'LATIN1' template template0");
            try (PgConnection connection =
                    clientOf(server()).database(name).build().connect()) {
                assertThat(connection.profile().serverEncoding()).isEqualTo("LATIN1");
                assertThat(connection.profile().clientEncoding()).isEqualTo("UTF8");
                assertThat(value(connection, "select 'Füße'")).isEqualTo("Füße");
                assertThat(value(connection, "select octet_length('Füße')")).isEqualTo("4");
            }
        }
    }
}
