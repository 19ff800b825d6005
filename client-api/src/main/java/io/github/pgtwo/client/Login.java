package io.github.pgtwo.client;

import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.AuthProvider;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * From the startup packet to the first ReadyForQuery (sections 1.5, 4). AuthenticationOk is not success: the
 * database, limits and options are checked after it.
 */
final class Login {
    private static final int NONE_YET = -1;

    private final ClientConfig config;
    private final Wire wire;
    private int answeredCode = NONE_YET;

    private Login(ClientConfig config, Wire wire) {
        this.config = config;
        this.wire = wire;
    }

    /** Connects and logs in; on failure nothing stays open. */
    static PgConnection connect(ClientConfig config) {
        Wire wire = Wire.open(config);
        try {
            config.requiredPeer().ifPresent(peer -> RequiredPeer.check(peer, wire.channel()));
            new Login(config, wire).run();
            PgConnection connection = PgConnection.prepare(wire);
            wire.loggedIn(config.readTimeout());
            return connection;
        } catch (RuntimeException | Error e) {
            wire.close();
            throw e;
        }
    }

    private void run() {
        wire.send(StartupPackets.of(config.user(), config.database(), config.options()));
        while (wire.phase() != Phase.IDLE) {
            Phase before = wire.phase();
            BackendMessage message = next();
            switch (message.kind()) {
                case AUTHENTICATION_PASSWORD, AUTHENTICATION_RAW, AUTHENTICATION_UNKNOWN ->
                    answer((Authentication) message);
                case ERROR_RESPONSE -> throw refused((ErrorResponse) message, before);
                default -> {} // AuthenticationOk, BackendKeyData, ReadyForQuery: the phase tells
            }
        }
    }

    /** The session ends a login in which the server asks for too much: a change of method is harvesting. */
    private BackendMessage next() {
        try {
            return wire.next();
        } catch (PgProtocolException e) {
            throw e.messageName().equals("Authentication") ? new PgAuthException(e.getMessage(), e) : e;
        }
    }

    private PgException refused(ErrorResponse error, Phase before) {
        ServerMessage message = ServerMessage.parse(error.text().utf8());
        if (answeredCode == NONE_YET && before == Phase.STARTUP && message.refusesProtocol()) {
            return new PgProtocolRefusedException(message);
        }
        if (answeredCode != NONE_YET && before == Phase.STARTUP) {
            return new PgAuthException("the server refused the login: " + message.raw(), null);
        }
        return new PgServerException(message, true);
    }

    private void answer(Authentication request) {
        AuthProvider provider = config.providers().get(request.code());
        if (provider == null) {
            throw new PgAuthException("nothing answers " + describe(request) + "; there are " + known(), null);
        }
        if (!config.authPolicy().allows(provider, wire.channel())) {
            throw new PgAuthException(
                    "the server asks for method " + provider.method() + ", which would give away the password, and"
                            + " the policy allows that with "
                            + config.authPolicy().cleartext() + " only",
                    null);
        }
        answeredCode = request.code();
        ask(provider, request);
        if (wire.phase() == Phase.AUTHENTICATING) {
            throw new PgAuthException("login by " + provider.method() + " has given no answer", null);
        }
    }

    private void ask(AuthProvider provider, Authentication request) {
        try (ProviderExchange exchange = new ProviderExchange(config, wire, provider, request)) {
            provider.authenticate(exchange);
        } catch (ProviderExchange.BrokenException e) {
            throw e.reason();
        } catch (IOException | RuntimeException e) {
            throw new PgAuthException("login by " + provider.method() + " failed: " + e.getMessage(), e);
        }
    }

    private static String describe(Authentication request) {
        return "authentication request " + request.code() + " ("
                + request.getClass().getSimpleName() + ")";
    }

    private String known() {
        return config.providers().values().stream()
                .map(AuthProvider::method)
                .sorted()
                .collect(Collectors.toList())
                .toString();
    }
}
