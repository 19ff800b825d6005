package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases in all kinds of encodings, and in none, on each release. */
@ParameterizedClass
@MethodSource("releases")
@Timeout(120)
abstract class EncodedDatabases extends ServerContract {
    @Parameter
    private String release;

    static List<String> releases() {
        Servers.startAll();
        return Servers.RELEASES;
    }

    @Override
    EmbeddedServer server() {
        return Servers.of(release);
    }

    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return unix(server);
    }

    /** Clients of a database in that encoding, which is there from then on. */
    PgClientBuilder clientOf(String encoding) {
        String name = ("encoding_" + encoding).toLowerCase(Locale.ROOT);
        try (PgConnection owner = connect()) {
            if (owner.query("select 1 from pg_database where datname = '" + name + "'")
                    .rows()
                    .isEmpty()) {
                owner.query("create database " + name + " encoding '" + encoding + "' template template0");
            }
        }
        return clientOf(server()).database(name);
    }

    /** A session whose text is in the same encoding as the database's. */
    PgConnection unconverted(String encoding) {
        ServerProfile profile;
        try (PgConnection asked = clientOf(encoding).build().connect()) {
            profile = asked.profile().withClientEncoding(encoding);
        }
        return clientOf(encoding)
                .options("-c client_encoding=" + encoding)
                .serverProfile(profile)
                .build()
                .connect();
    }
}
