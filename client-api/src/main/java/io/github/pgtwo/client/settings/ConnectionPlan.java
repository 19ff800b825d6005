package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.KeepAlive;
import io.github.pgtwo.spi.Secret;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.spi.TlsSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Complete and checked settings: all that there is to know before connecting. Immutable. */
public final class ConnectionPlan {
    private static final int SHORTEST_TIMEOUT = 2;

    private final ConnectionSettings settings;
    private final List<Host> hosts;
    private final Optional<TlsSettings> tls;
    private final Optional<Duration> connectTimeout;
    private final Optional<KeepAlive> keepAlive;
    private final TargetSession target;
    private final String requireAuth;
    private final SessionVariables variables;
    private final PasswordFile passwords;

    /** Checks everything, so that the first connection is not what shows a mistake in the settings. */
    ConnectionPlan(ConnectionSettings said, Surroundings surroundings) {
        settings = withNames(said, surroundings);
        Choices.check(settings);
        requireAuth = requireAuth(settings.value(Setting.REQUIRE_AUTH));
        hosts = Hosts.of(settings);
        tls = TlsFiles.of(settings, hosts, surroundings.home());
        connectTimeout = settings.get(Setting.CONNECT_TIMEOUT).map(ConnectionPlan::timeout);
        keepAlive = keepAlive(settings);
        target = TargetSession.of(settings.value(Setting.TARGET_SESSION_ATTRS));
        variables = SessionVariables.of(settings, surroundings.environment());
        String file = settings.value(Setting.PASSFILE);
        passwords = new PasswordFile(
                file.isEmpty() ? surroundings.home().resolve(".pgpass") : FileNames.path(Setting.PASSFILE, file),
                surroundings.warnings());
    }

    private static ConnectionSettings withNames(ConnectionSettings said, Surroundings surroundings) {
        String user = said.value(Setting.USER).isEmpty() ? surroundings.user() : said.value(Setting.USER);
        if (user.isEmpty()) {
            throw Wrong.value(Setting.USER, "", "is needed: the system does not tell who it is");
        }
        String database = said.value(Setting.DBNAME).isEmpty() ? user : said.value(Setting.DBNAME);
        ConnectionSettings named = said.with(Setting.USER, user).with(Setting.DBNAME, database);
        if (said.value(Setting.CLIENT_ENCODING).equals("auto")) { // what suits a Java program wherever it runs
            named = named.with(Setting.CLIENT_ENCODING, "UTF8");
        }
        boolean modeImplied =
                TlsFiles.trustsSystem(said) && said.get(Setting.SSLMODE).isEmpty();
        return modeImplied ? named.with(Setting.SSLMODE, TlsMode.VERIFY_FULL.toString()) : named;
    }

    /** Its form; names are checked when it is known which methods the client has. */
    private static String requireAuth(String list) {
        try {
            return AuthPolicy.DEFAULT.withRequireAuth(list).requireAuth();
        } catch (PgUsageException e) {
            throw Wrong.value(Setting.REQUIRE_AUTH, list, String.valueOf(e.getMessage()));
        }
    }

    private static Duration timeout(String text) {
        int seconds = Numbers.parse(Setting.CONNECT_TIMEOUT, text);
        return seconds <= 0 ? Duration.ZERO : Duration.ofSeconds(Math.max(SHORTEST_TIMEOUT, seconds));
    }

    private static Optional<KeepAlive> keepAlive(ConnectionSettings settings) {
        boolean on = settings.get(Setting.KEEPALIVES)
                .map(value -> Numbers.parse(Setting.KEEPALIVES, value) != 0)
                .orElse(true);
        KeepAlive said = new KeepAlive(
                on,
                Duration.ofSeconds(Numbers.orZero(settings, Setting.KEEPALIVES_IDLE)),
                Duration.ofSeconds(Numbers.orZero(settings, Setting.KEEPALIVES_INTERVAL)),
                Numbers.orZero(settings, Setting.KEEPALIVES_COUNT));
        return Optional.of(said).filter(choice -> !choice.equals(KeepAlive.DEFAULT));
    }

    /** All that was said, with user and database. */
    public ConnectionSettings settings() {
        return settings;
    }

    /** Where to connect to, at least one place, in the order in which they are tried. */
    public List<Host> hosts() {
        return hosts;
    }

    /** Whether they are tried in an order of chance instead. */
    public boolean shuffled() {
        return settings.value(Setting.LOAD_BALANCE_HOSTS).equals("random");
    }

    /** Who logs in; not empty. */
    public String user() {
        return settings.value(Setting.USER);
    }

    /** Which database; not empty. */
    public String database() {
        return settings.value(Setting.DBNAME);
    }

    /** Switches for the backend; may be empty. */
    public String options() {
        return settings.value(Setting.OPTIONS);
    }

    /** The password that was said, or else the one that the password file has for this host and whoever logs in. */
    public CredentialSource credentials(Host host) {
        String said = settings.value(Setting.PASSWORD);
        return (login, method) -> said.isEmpty()
                ? passwords
                        .password(List.of(
                                host.inPasswordFile(), String.valueOf(host.port()), login.database(), login.user()))
                        .filter(found -> found.length > 0)
                        .map(Secret::of)
                : Optional.of(Secret.of(said.toCharArray()));
    }

    /** The same for whichever of the hosts is logged in to. */
    public CredentialSource credentials() {
        return (login, method) -> hosts.stream()
                .filter(host -> host.identity().equals(login.endpoint()))
                .findFirst()
                .flatMap(host -> credentials(host).credential(login, method));
    }

    /** Which TLS is wanted; empty if none is, be it that it is turned off or that all hosts are Unix sockets. */
    public Optional<TlsSettings> tls() {
        return tls;
    }

    /** How long one host may take, zero for ever; empty if nothing is said, which for libpq is for ever too. */
    public Optional<Duration> connectTimeout() {
        return connectTimeout;
    }

    /** How TCP looks after silent peers; empty if nothing else than the usual way is said. */
    public Optional<KeepAlive> keepAlive() {
        return keepAlive;
    }

    /** Which of the hosts is wanted. */
    public TargetSession target() {
        return target;
    }

    /** As which user the server has to run. */
    public Optional<String> requiredPeer() {
        return Optional.of(settings.value(Setting.REQUIREPEER)).filter(peer -> !peer.isEmpty());
    }

    /** Which login methods are allowed, in the words of libpq; empty for all. */
    public String requireAuth() {
        return requireAuth;
    }

    /** The name of the service in Kerberos. */
    public String kerberosService() {
        return settings.value(Setting.KRBSRVNAME);
    }

    /** What the session is set to when it begins. */
    public SessionVariables variables() {
        return variables;
    }

    /** Hides passwords. */
    @Override
    public String toString() {
        return settings.toString();
    }
}
