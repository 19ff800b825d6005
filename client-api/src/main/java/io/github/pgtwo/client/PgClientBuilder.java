package io.github.pgtwo.client;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.settings.ConnectionPlan;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.Transport;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what a {@link PgClient} needs; endpoint and user, or else {@link #settings}, have no default. Not thread-safe. */
public final class PgClientBuilder {
    private final ClientDraft draft = new ClientDraft();

    PgClientBuilder() {}

    /**
     * Everything that connection strings, the environment and files say: the hosts, which are tried in their order, user,
     * database, password, options, TLS, timeouts, and what the session is set to. Replaces what was said before; what is
     * said afterwards replaces it. Where TLS is wanted, {@link io.github.pgtwo.spi.StreamSecurityFactory} has to be
     * found, as {@code transport-tcp} has it; without it, {@code prefer} and {@code allow} go without TLS.
     */
    public PgClientBuilder settings(ConnectionPlan plan) {
        draft.take(plan);
        return this;
    }

    /** Where the server listens. */
    public PgClientBuilder endpoint(Endpoint place) {
        draft.endpoint(place);
        return this;
    }

    /** When to use TLS, and with whom; never, if not set. As with libpq, Unix sockets go without: servers refuse it. */
    public PgClientBuilder tls(StreamSecurity security) {
        draft.tls = Optional.of(security);
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
        draft.requiredPeer = Optional.of(osUser);
        return this;
    }

    /** Who logs in: at most 32 bytes in the {@link #authCharset}, as the packet has no more room. */
    public PgClientBuilder user(String name) {
        draft.user = name;
        return this;
    }

    /** Which database, at most 64 bytes in the same; the one with the user's name if not set. */
    public PgClientBuilder database(String name) {
        draft.database = name;
        return this;
    }

    /** Switches for the backend, at most 63 bytes; servers before 7.2 close without a word on unknown ones. */
    public PgClientBuilder options(String switches) {
        draft.options = switches;
        return this;
    }

    /** A supplier of a fresh array for each login that asks for a password; the array is wiped after use. */
    public PgClientBuilder password(Supplier<char[]> supplier) {
        return credentials(CredentialSource.of(supplier));
    }

    /** Where secrets come from, if a server asks for one and the policy allows it. */
    public PgClientBuilder credentials(CredentialSource source) {
        draft.credentials = Optional.of(source);
        return this;
    }

    /**
     * How user, database and password become bytes; UTF-8 if not set. Servers compare bytes: with those in their
     * own encoding, or where they know none, with what the password was once set as.
     */
    public PgClientBuilder authCharset(Charset charset) {
        draft.authCharset = charset;
        return this;
    }

    /** What text is in where the server does not know, and what becomes of malformed values. */
    public PgClientBuilder text(TextPolicy policy) {
        draft.text = policy;
        return this;
    }

    /** How {@link Row#object} reads columns; {@link TypeRegistry#STANDARD} if not set. */
    public PgClientBuilder types(TypeRegistry registry) {
        draft.types = registry;
        return this;
    }

    /**
     * Sets something for a login method.
     *
     * @param name the method's name, a dot, and the option's, as in {@code krb5.serviceName}
     */
    public PgClientBuilder authOption(String name, String value) {
        draft.authOptions.set(name, value);
        return this;
    }

    /** What a server may make the client give away. */
    public PgClientBuilder authPolicy(AuthPolicy policy) {
        draft.authPolicy = policy;
        return this;
    }

    /** How long connecting may take; zero: for ever. 10 seconds if not set. */
    public PgClientBuilder connectTimeout(Duration timeout) {
        draft.connectTimeout = timeout;
        return this;
    }

    /**
     * How long the login may take once connected, TLS included; zero: for ever. 60 seconds if not set. Where the mode
     * of TLS lets the client connect a second time, both timeouts begin anew.
     */
    public PgClientBuilder loginTimeout(Duration timeout) {
        draft.loginTimeout = timeout;
        return this;
    }

    /**
     * How long the server may be silent while it owes an answer, and how long it may take for the next 64 KiB of a
     * longer text or of a COPY; zero, if not set: for ever.
     */
    public PgClientBuilder readTimeout(Duration timeout) {
        draft.readTimeout = timeout;
        return this;
    }

    /**
     * How long a request to cancel may take, and then again what it is to end; zero: for ever. The login's timeout, if
     * not set.
     */
    public PgClientBuilder cancelTimeout(Duration timeout) {
        draft.cancelTimeout = Optional.of(timeout);
        return this;
    }

    /** What is accepted from the server. */
    public PgClientBuilder limits(ProtocolLimits accepted) {
        draft.limits = accepted;
        return this;
    }

    /** Who hears of notices and notifications. */
    public PgClientBuilder listener(ConnectionListener hears) {
        draft.listener = hears;
        return this;
    }

    /**
     * What the server is like, for one that cannot be asked: after the login the client then asks and sets nothing, and
     * the profile has to be true. If not set, the client asks, and sets the style of dates and intervals and the
     * encoding of text.
     */
    public PgClientBuilder serverProfile(ServerProfile stated) {
        draft.profile = Optional.of(stated);
        return this;
    }

    /**
     * Adds a transport; the first that serves the endpoint is taken, and goes before all that are discovered.
     *
     * @throws PgUsageException if one of that name was added before
     */
    public PgClientBuilder transport(Transport transport) {
        draft.plugIns.add(transport);
        return this;
    }

    /**
     * Adds a login method; replaces a discovered one for the same request. It may have a request of its own.
     *
     * @throws PgUsageException if one for the same request was added before; two of one name are refused when the client
     *     is built
     */
    public PgClientBuilder authProvider(AuthProvider provider) {
        draft.plugIns.add(provider);
        return this;
    }

    /**
     * Adds the transports that {@link java.util.ServiceLoader} finds, and pgtwo's own login methods.
     *
     * @param methods names of further login methods, to be taken from wherever they are found; what is not
     *     named here is not used, so that a stray jar gets no password
     */
    public PgClientBuilder discover(String... methods) {
        draft.plugIns.discover(Set.of(methods));
        return this;
    }

    /**
     * The client.
     *
     * @throws PgUsageException if something is missing, out of range or ambiguous, or does not fit the startup packet
     */
    public PgClient build() {
        return new PgClient(draft.search());
    }
}
