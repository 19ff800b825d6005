package io.github.pgtwo.client;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgProtocolRefusedException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.login.Login;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.type.TypeRegistry;

/**
 * Makes connections to one server as one user. Immutable and thread-safe.
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
    private final ClientConfig config;

    private final TypeRegistry types;

    PgClient(ClientConfig config) {
        this(config, TypeRegistry.STANDARD);
    }

    private PgClient(ClientConfig config, TypeRegistry types) {
        this.config = config;
        this.types = types;
    }

    /** A new builder, which knows no transport and no login method yet. */
    public static PgClientBuilder builder() {
        return new PgClientBuilder();
    }

    /** The same client with these types for {@link Row#object}. */
    public PgClient withTypes(TypeRegistry registry) {
        return new PgClient(config, registry);
    }

    /**
     * Connects and logs in.
     *
     * @throws PgTransportException if the server cannot be reached, closes, or takes longer than the limits
     * @throws PgAuthException if the login is refused, or asks for what the policy forbids or nothing provides
     * @throws PgProtocolRefusedException if the server does not speak protocol 2.0
     * @throws PgServerException if the server refuses for another reason, such as an unknown database
     * @throws PgProtocolException if what answers is no such server
     */
    public PgConnection connect() {
        Session session = SetUp.session(config, Login.enter(config));
        session.columnTypes().use(types);
        return new PgConnection(session);
    }
}
