package io.github.pgtwo.client;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.config.AuthOptions;
import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.config.OwnRequests;
import io.github.pgtwo.client.config.PlugIns;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.Transport;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link PgClient} needs; endpoint and user have no default. Not thread-safe. */
public final class PgClientBuilder {
    private final PlugIns plugIns = new PlugIns();
    private @Nullable Endpoint endpoint;
    private StreamSecurity tls = StreamSecurity.NONE;
    private Optional<String> requiredPeer = Optional.empty();
    private String user = "";
    private String database = "";
    private String options = "";
    private Charset authCharset = StandardCharsets.UTF_8;
    private TextPolicy text = TextPolicy.DEFAULT;
    private final AuthOptions authOptions = new AuthOptions();
    private CredentialSource credentials = CredentialSource.none();
    private AuthPolicy authPolicy = AuthPolicy.DEFAULT;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration loginTimeout = Duration.ofSeconds(60);
    private Duration readTimeout = Duration.ZERO;
    private ProtocolLimits limits = ProtocolLimits.DEFAULT;
    private ConnectionListener listener = ConnectionListener.NONE;
    private Optional<ServerProfile> profile = Optional.empty();

    PgClientBuilder() {}

    /** Where the server listens. */
    public PgClientBuilder endpoint(Endpoint place) {
        endpoint = place;
        return this;
    }

    /** When to use TLS, and with whom; never, if not set. As with libpq, Unix sockets go without: servers refuse it. */
    public PgClientBuilder tls(StreamSecurity security) {
        tls = security;
        return this;
    }

    /**
     * Under which user of the operating system the server has to run, as libpq's {@code requirepeer}: the defence
     * against somebody else's socket in a directory that all can write to. Anything else, also a channel that cannot
     * tell, is refused before a byte is sent. For Unix sockets only; with TCP there is no such thing to require. To
     * {@link AuthPolicy.Cleartext#TLS} such a socket is as good as verified TLS.
     *
     * @param osUser the name; the number of a user without one; not empty
     */
    public PgClientBuilder requirePeer(String osUser) {
        requiredPeer = Optional.of(osUser);
        return this;
    }

    /** Who logs in: at most 32 bytes in the {@link #authCharset}, as the packet has no more room. */
    public PgClientBuilder user(String name) {
        user = name;
        return this;
    }

    /** Which database, at most 64 bytes in the same; the one with the user's name if not set. */
    public PgClientBuilder database(String name) {
        database = name;
        return this;
    }

    /** Switches for the backend, at most 63 bytes; servers before 7.2 close without a word on unknown ones. */
    public PgClientBuilder options(String switches) {
        options = switches;
        return this;
    }

    /** A supplier of a fresh array for each login that asks for a password; the array is wiped after use. */
    public PgClientBuilder password(Supplier<char[]> supplier) {
        return credentials(CredentialSource.of(supplier));
    }

    /** Where secrets come from, if a server asks for one and the policy allows it. */
    public PgClientBuilder credentials(CredentialSource source) {
        credentials = source;
        return this;
    }

    /**
     * How user, database and password become bytes; UTF-8 if not set. Servers compare bytes: with those in their
     * own encoding, or where they know none, with what the password was once set as.
     */
    public PgClientBuilder authCharset(Charset charset) {
        authCharset = charset;
        return this;
    }

    /** What text is in where the server does not know, and what becomes of malformed values. */
    public PgClientBuilder text(TextPolicy policy) {
        text = policy;
        return this;
    }

    /**
     * Sets something for a login method.
     *
     * @param name the method's name, a dot, and the option's, as in {@code krb5.serviceName}
     */
    public PgClientBuilder authOption(String name, String value) {
        authOptions.set(name, value);
        return this;
    }

    /** What a server may make the client give away. */
    public PgClientBuilder authPolicy(AuthPolicy policy) {
        authPolicy = policy;
        return this;
    }

    /** How long connecting may take; zero: for ever. 10 seconds if not set. */
    public PgClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    /**
     * How long the login may take once connected, TLS included; zero: for ever. 60 seconds if not set. Where the mode
     * of TLS lets the client connect a second time, both timeouts begin anew.
     */
    public PgClientBuilder loginTimeout(Duration timeout) {
        loginTimeout = timeout;
        return this;
    }

    /** How long the server may be silent while it owes an answer; zero, if not set: for ever. Writes are not bounded. */
    public PgClientBuilder readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    /** What is accepted from the server. */
    public PgClientBuilder limits(ProtocolLimits accepted) {
        limits = accepted;
        return this;
    }

    /** Who hears of notices and notifications. */
    public PgClientBuilder listener(ConnectionListener hears) {
        listener = hears;
        return this;
    }

    /**
     * What the server is like, for one that cannot be asked: after the login the client then asks and sets nothing, and
     * the profile has to be true. If not set, the client asks, and sets the style of dates and intervals and the
     * encoding of text.
     */
    public PgClientBuilder serverProfile(ServerProfile stated) {
        profile = Optional.of(stated);
        return this;
    }

    /**
     * Adds a transport; the first that serves the endpoint is taken, and goes before all that are discovered.
     *
     * @throws PgUsageException if one of that name was added before
     */
    public PgClientBuilder transport(Transport transport) {
        plugIns.add(transport);
        return this;
    }

    /**
     * Adds a login method; replaces a discovered one for the same request. It may have a request of its own.
     *
     * @throws PgUsageException if one for the same request was added before; two of one name are refused when the client
     *     is built
     */
    public PgClientBuilder authProvider(AuthProvider provider) {
        plugIns.add(provider);
        return this;
    }

    /**
     * Adds the transports that {@link java.util.ServiceLoader} finds, and pgtwo's own login methods.
     *
     * @param methods names of further login methods, to be taken from wherever they are found; what is not
     *     named here is not used, so that a stray jar gets no password
     */
    public PgClientBuilder discover(String... methods) {
        plugIns.discover(Set.of(methods));
        return this;
    }

    /**
     * The client.
     *
     * @throws PgUsageException if something is missing, out of range or ambiguous, or does not fit the startup packet
     */
    public PgClient build() {
        if (endpoint == null || user.isEmpty()) {
            throw new PgUsageException("a client needs an endpoint and a user");
        }
        ClientConfig config = config(endpoint, plugIns.providers());
        config.check();
        return new PgClient(config);
    }

    private ClientConfig config(Endpoint place, Map<Integer, AuthProvider> providers) {
        return new ClientConfig(
                place,
                plugIns.transportFor(place),
                tls,
                requiredPeer,
                providers,
                OwnRequests.of(providers.values()),
                user,
                database.isEmpty() ? user : database,
                options,
                authCharset,
                text,
                authOptions.of(providers.values()),
                credentials,
                authPolicy,
                connectTimeout,
                loginTimeout,
                readTimeout,
                limits,
                listener,
                profile);
    }
}
