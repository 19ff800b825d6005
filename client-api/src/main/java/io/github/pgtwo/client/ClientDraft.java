package io.github.pgtwo.client;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.config.AuthOptions;
import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.config.OwnRequests;
import io.github.pgtwo.client.config.PlugIns;
import io.github.pgtwo.client.config.SecurityFactories;
import io.github.pgtwo.client.config.Timeouts;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.settings.ConnectionPlan;
import io.github.pgtwo.client.settings.SessionVariables;
import io.github.pgtwo.client.settings.TargetSession;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.KeepAlive;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.TlsSettings;
import io.github.pgtwo.spi.Transport;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@link PgClientBuilder} has been told so far. */
final class ClientDraft {
    private static final String KERBEROS = "krb5";

    final PlugIns plugIns = new PlugIns();
    final AuthOptions authOptions = new AuthOptions();
    List<Place> places = List.of();
    Optional<StreamSecurity> tls = Optional.of(StreamSecurity.NONE);
    Optional<String> requiredPeer = Optional.empty();
    String user = "";
    String database = "";
    String options = "";
    Charset authCharset = StandardCharsets.UTF_8;
    TextPolicy text = TextPolicy.DEFAULT;
    TypeRegistry types = TypeRegistry.STANDARD;
    Optional<CredentialSource> credentials = Optional.empty();
    AuthPolicy authPolicy = AuthPolicy.DEFAULT;
    Duration connectTimeout = Duration.ofSeconds(10);
    Duration loginTimeout = Duration.ofSeconds(60);
    Duration readTimeout = Duration.ZERO;
    Optional<Duration> cancelTimeout = Optional.empty();
    ProtocolLimits limits = ProtocolLimits.DEFAULT;
    ConnectionListener listener = ConnectionListener.NONE;
    Optional<ServerProfile> profile = Optional.empty();
    private SessionVariables variables = SessionVariables.NONE;
    private TargetSession target = TargetSession.ANY;
    private boolean shuffled;
    private Optional<KeepAlive> keepAlive = Optional.empty();
    private String kerberosService = "";
    private Optional<TlsSettings> tlsSettings = Optional.empty();

    /** Where the server may be, and with which secrets. */
    record Place(Endpoint endpoint, Endpoint identity, CredentialSource credentials) {}

    void endpoint(Endpoint endpoint) {
        places = List.of(new Place(endpoint, endpoint, CredentialSource.none()));
    }

    /** Takes over all that a plan says, and what it leaves open stays as it is. */
    void take(ConnectionPlan plan) {
        places = plan.hosts().stream()
                .map(host -> new Place(host.endpoint(), host.identity(), plan.credentials(host)))
                .toList();
        user = plan.user();
        database = plan.database();
        options = plan.options();
        credentials = Optional.empty();
        requiredPeer = plan.requiredPeer();
        if (!plan.requireAuth().isEmpty()) {
            authPolicy = authPolicy.withRequireAuth(plan.requireAuth());
        }
        plan.connectTimeout().ifPresent(timeout -> {
            connectTimeout = timeout;
            loginTimeout = timeout;
        });
        tls = Optional.empty();
        tlsSettings = plan.tls();
        variables = plan.variables();
        target = plan.target();
        shuffled = plan.shuffled();
        keepAlive = plan.keepAlive();
        kerberosService = plan.kerberosService();
    }

    /** Checks everything, and finds what is to be found. */
    HostSearch search() {
        if (places.isEmpty() || user.isEmpty()) {
            throw new PgUsageException("a client needs an endpoint and a user");
        }
        Map<Integer, AuthProvider> providers = plugIns.providers();
        StreamSecurity security = tls.isPresent()
                ? tls.get()
                : tlsSettings.map(SecurityFactories::create).orElse(StreamSecurity.NONE);
        List<Candidate> candidates = new ArrayList<>();
        for (Place place : places) {
            candidates.add(new Candidate(config(place, security, providers)));
        }
        for (Candidate candidate : candidates) {
            candidate.config().check();
        }
        return new HostSearch(List.copyOf(candidates), target, shuffled);
    }

    private ClientConfig config(Place place, StreamSecurity security, Map<Integer, AuthProvider> providers) {
        return new ClientConfig(
                place.endpoint(),
                place.identity(),
                transport(place.endpoint()),
                security,
                requiredPeer,
                providers,
                OwnRequests.of(providers.values()),
                user,
                database.isEmpty() ? user : database,
                options,
                authCharset,
                text,
                types,
                authOptions.orElse(KERBEROS, "serviceName", kerberosService, providers.values()),
                credentials.orElse(place.credentials()),
                authPolicy,
                new Timeouts(connectTimeout, loginTimeout, readTimeout, cancelTimeout.orElse(loginTimeout)),
                limits,
                listener,
                profile,
                variables);
    }

    private Transport transport(Endpoint endpoint) {
        Transport transport = plugIns.transportFor(endpoint);
        return keepAlive.isPresent() ? transport.withKeepAlive(keepAlive.get()) : transport;
    }
}
