package io.github.pgtwo.client.login;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.config.StartupPackets;
import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgProtocolRefusedException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.wire.BrokenException;
import io.github.pgtwo.client.wire.LastWords;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the startup packet to the first ReadyForQuery (sections 1.5, 4). AuthenticationOk is not success: the
 * database, limits and options are checked after it.
 */
public final class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final int NONE_YET = -1;
    private static final int CRYPT = 4;

    private final ClientConfig config;
    private final Wire wire;
    private int answeredCode = NONE_YET;
    private boolean refusedAtOnce;
    private Optional<CancelRequest> key = Optional.empty();

    private Login(ClientConfig config, Wire wire) {
        this.config = config;
        this.wire = wire;
    }

    /**
     * Connects and logs in; on failure nothing stays open. A server that refuses before anything was answered may
     * get a second chance with or without TLS: by its rules for hosts, that may be another matter.
     */
    public static Entrance enter(ClientConfig config) {
        Opening opening = new Opening(config);
        Login first = new Login(config, opening.first());
        try {
            return first.logIn();
        } catch (PgServerException e) {
            if (!first.refusedAtOnce || !opening.hasSecond(first.wire)) {
                throw e;
            }
            return second(config, opening, e);
        }
    }

    private static Entrance second(ClientConfig config, Opening opening, PgServerException first) {
        try {
            return new Login(config, opening.second()).logIn();
        } catch (NoTlsException e) {
            first.addSuppressed(e.reason());
            throw first;
        } catch (PgException e) {
            e.addSuppressed(first);
            throw e;
        }
    }

    private Entrance logIn() {
        try {
            run();
            LOG.debug("logged in over {}", wire.channel());
            return new Entrance(wire, key);
        } catch (Throwable e) { // plug-ins in other languages throw checked ones as well
            wire.close();
            throw e;
        }
    }

    private void run() {
        wire.send(StartupPackets.of(config.user(), config.database(), config.options(), config.authCharset()));
        while (wire.phase() != Phase.IDLE) {
            Phase before = wire.phase();
            BackendMessage message = next();
            switch (message.kind()) {
                case AUTHENTICATION_PASSWORD, AUTHENTICATION_RAW, AUTHENTICATION_UNKNOWN ->
                    answer((Authentication) message);
                case AUTHENTICATION_OK -> checkAsked();
                case BACKEND_KEY_DATA -> keep((BackendKeyData) message);
                case ERROR_RESPONSE -> throw refused((ErrorResponse) message, before);
                default -> {} // ReadyForQuery: the phase tells
            }
        }
    }

    private void keep(BackendKeyData data) {
        key = Optional.of(new CancelRequest(data.processId(), data.secretKey()));
    }

    private void checkAsked() {
        if (answeredCode == NONE_YET) {
            checkNo(config.authPolicy().objectionToNone());
        }
    }

    /** The session ends a login in which the server asks for too much: a change of method is harvesting. */
    private BackendMessage next() {
        try {
            return wire.next();
        } catch (PgProtocolException e) {
            throw e.messageName().equals("Authentication") ? new PgAuthException(Kind.PROTOCOL, e.getMessage(), e) : e;
        }
    }

    private PgException refused(ErrorResponse error, Phase before) {
        ServerMessage message = ServerMessage.of(error, TextEncoding.UTF_8);
        if (answeredCode == NONE_YET && before == Phase.STARTUP && message.refusesProtocol()) {
            return new PgProtocolRefusedException(message);
        }
        if (answeredCode != NONE_YET && before == Phase.STARTUP) {
            return new PgAuthException(
                    Kind.REJECTED_BY_SERVER, "the server refused the login: " + message.raw() + hint(), null);
        }
        refusedAtOnce = before == Phase.STARTUP;
        return new PgServerException(message, true);
    }

    private String hint() {
        return answeredCode == CRYPT
                ? "; servers from 7.2 on refuse crypt where they store the password as an MD5 hash"
                : "";
    }

    private void answer(Authentication request) {
        AuthProvider provider = config.providers().get(request.code());
        if (provider == null || request instanceof Authentication.Unknown) {
            throw new PgAuthException(
                    Kind.UNSUPPORTED,
                    UnansweredRequest.text(request, config.providers().values()),
                    null);
        }
        checkPolicy(provider);
        answeredCode = request.code();
        ask(provider, request);
        if (wire.phase() != Phase.STARTUP) {
            throw failed(provider, Kind.PROTOCOL, "has given no answer", null);
        }
    }

    /** A required peer was checked before the first byte was sent. */
    private void checkPolicy(AuthProvider provider) {
        boolean peerChecked = config.requiredPeer().isPresent();
        checkNo(config.authPolicy().objection(provider, wire.channel(), peerChecked));
    }

    private static void checkNo(Optional<String> objection) {
        if (objection.isPresent()) {
            throw new PgAuthException(Kind.REFUSED_BY_POLICY, objection.get(), null);
        }
    }

    private void ask(AuthProvider provider, Authentication request) {
        try (ProviderExchange exchange = new ProviderExchange(config, wire, provider, request)) {
            provider.authenticate(exchange);
        } catch (BrokenException e) {
            throw e.reason();
        } catch (AuthenticationException e) {
            throw failed(provider, e.kind(), "failed: " + e.getMessage() + serverSays(e), e);
        } catch (Exception e) {
            throw failed(provider, Kind.PROTOCOL, "failed: " + e.getMessage(), e);
        }
    }

    /** Behind a refusal of its own the dialogue of a login is followed by an ordinary error. */
    private String serverSays(AuthenticationException e) {
        return e.kind() == Kind.REJECTED_BY_SERVER && LastWords.of(wire, e) instanceof PgServerException said
                ? "; the server says: " + said.serverMessage().raw()
                : "";
    }

    private static PgAuthException failed(AuthProvider provider, Kind kind, String how, @Nullable Exception cause) {
        return new PgAuthException(kind, "login by " + provider.method() + " " + how, cause);
    }
}
