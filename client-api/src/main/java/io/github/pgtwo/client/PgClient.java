package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgProtocolRefusedException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.settings.ConnectionSettings;
import io.github.pgtwo.client.settings.Surroundings;
import io.github.pgtwo.client.type.TypeRegistry;

/**
 * Makes connections to one server, or the first of several that is there, as one user. Immutable and thread-safe.
 *
 * <pre>{@code
 * PgClient client = PgClient.builder().endpoint(Endpoint.tcp("db.example", 5432))
 *         .user("joe").database("shop").password(() -> ask()).discover().build();
 * try (PgConnection connection = client.connect()) {
 *     connection.query("select 42").rows().get(0).text(0);
 * }
 * }</pre>
 */
public final class PgClient {
    private final HostSearch search;

    PgClient(HostSearch search) {
        this.search = search;
    }

    /**
     * A client for a connection string, a URI or {@code key=value}: what it leaves open comes from the service that it
     * names, the environment, and libpq's defaults, and the password from the password file. Finds transports, login
     * methods and TLS on the path; to choose those, or timeouts, use {@link PgClientBuilder#settings}.
     *
     * @throws PgSettingsException if what is said makes no sense, or is not done by pgtwo
     * @throws PgUsageException if something is missing on the path
     */
    public static PgClient of(String connectionString) {
        return of(ConnectionSettings.parse(connectionString));
    }

    /** The same for what the environment says alone. */
    public static PgClient fromEnvironment() {
        return of(ConnectionSettings.NONE);
    }

    private static PgClient of(ConnectionSettings settings) {
        return builder()
                .discover()
                .settings(settings.complete(Surroundings.ofProcess()))
                .build();
    }

    /** A new builder, which knows no transport and no login method yet. */
    public static PgClientBuilder builder() {
        return new PgClientBuilder();
    }

    /**
     * A client like this one with {@linkplain PgClientBuilder#types types} of its own, whose OIDs may have been looked up
     * by a connection of this one: those of an application's types differ from database to database.
     */
    public PgClient withTypes(TypeRegistry types) {
        return new PgClient(search.withTypes(types));
    }

    /**
     * Connects and logs in. Of several hosts, those that cannot be reached are passed over, and those that are not of
     * the wanted kind; one that refuses the login ends the search.
     *
     * @throws PgTransportException if the server cannot be reached, closes, or takes longer than the limits
     * @throws PgAuthException if the login is refused, or asks for what the policy forbids or nothing provides
     * @throws PgProtocolRefusedException if the server does not speak protocol 2.0
     * @throws PgServerException if the server refuses for another reason, such as an unknown database
     * @throws PgProtocolException if what answers is no such server
     */
    public PgConnection connect() {
        return new PgConnection(search.session());
    }
}
