package io.github.pgtwo.client.login;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.config.RequiredPeer;
import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.wire.Link;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsMode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections on which the first packet can be sent, under TLS if the mode wants it (section 10). */
public final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final ClientConfig config;
    private final TlsMode mode;
    private final Duration connectTimeout;
    private final Duration loginTimeout;

    Opening(ClientConfig config) {
        // as libpq has it: there is no TLS on Unix sockets
        this(
                config,
                config.endpoint() instanceof Endpoint.Unix
                        ? TlsMode.DISABLE
                        : config.tls().mode(),
                config.timeouts().connect(),
                config.timeouts().login());
    }

    private Opening(ClientConfig config, TlsMode mode, Duration connectTimeout, Duration loginTimeout) {
        this.config = config;
        this.mode = mode;
        this.connectTimeout = connectTimeout;
        this.loginTimeout = loginTimeout;
    }

    /** Opens connections for cancelling, which are no less safe than the one that there is. */
    public static Opening like(ChannelInfo channel, ClientConfig config) {
        return new Opening(
                config,
                channel.tls().isPresent() ? TlsMode.REQUIRE : TlsMode.DISABLE,
                config.timeouts().cancel(),
                config.timeouts().cancel());
    }

    /** As the mode prefers it. */
    public Wire first() {
        if (mode == TlsMode.DISABLE || mode == TlsMode.ALLOW) {
            return connect();
        }
        try {
            return secured();
        } catch (NoTlsException e) {
            if (mode != TlsMode.PREFER) {
                throw e.reason();
            }
            LOG.debug("going on without TLS", e);
            return connect();
        }
    }

    /** Whether {@link #second} may do what this connection, which the server has refused, did not. */
    boolean hasSecond(Wire refused) {
        boolean tls = refused.channel().tls().isPresent();
        return (mode == TlsMode.ALLOW && !tls) || (mode == TlsMode.PREFER && tls);
    }

    /** The other way than the first one. */
    Wire second() throws NoTlsException {
        LOG.debug(
                "the server refuses {}; trying again {} TLS",
                config.endpoint(),
                mode == TlsMode.ALLOW ? "with" : "without");
        return mode == TlsMode.ALLOW ? secured() : connect();
    }

    /** Under TLS, or where the mode prefers it and the server says no, without. */
    private Wire secured() throws NoTlsException {
        Wire wire = connect();
        try {
            secure(wire);
            return wire;
        } catch (Throwable e) {
            wire.close();
            throw e;
        }
    }

    private void secure(Wire wire) throws NoTlsException {
        wire.send(new SslRequest());
        BackendMessage answer = wire.next();
        switch (answer.kind()) {
            case SSL_ACCEPTED -> handshake(wire);
            case ERROR_RESPONSE -> throw doesNotKnow((ErrorResponse) answer);
            default -> checkPlain();
        }
    }

    /**
     * Puts TLS beneath the session, which the server has just agreed to. A server that keeps silent does not offer
     * anything else; one that fails may.
     */
    private void handshake(Wire wire) throws NoTlsException {
        Link link = wire.link();
        try {
            Duration left = wire.patience().deadline().left();
            link.secured(config.tls().secure(link.stream(), config.identity(), left));
        } catch (SocketTimeoutException e) {
            throw wire.broken("the TLS handshake has not ended in time", e);
        } catch (IOException e) {
            throw new NoTlsException(wire.broken("no TLS with " + config.endpoint(), e));
        }
    }

    private void checkPlain() throws NoTlsException {
        if (mode != TlsMode.PREFER) {
            throw new NoTlsException(new PgTransportException(
                    "the server at " + config.endpoint() + " does not offer TLS, without which the mode " + mode
                            + " does not go on; an administrator can turn it on by ssl = on",
                    null));
        }
    }

    /** Whoever sits in between could have said this. */
    private NoTlsException doesNotKnow(ErrorResponse error) {
        return new NoTlsException(new PgTransportException(
                "the server at " + config.endpoint() + " answers the request for TLS, without which the mode " + mode
                        + " does not go on, with an error, as servers before 7.0 do: "
                        + ServerMessage.of(error, TextEncoding.UTF_8).raw(),
                null));
    }

    private Wire connect() {
        Wire wire = new Wire(open(), config, loginTimeout);
        try {
            if (config.requiredPeer().isPresent()) {
                RequiredPeer.check(config.requiredPeer().get(), wire.channel());
            }
            return wire;
        } catch (RuntimeException | Error e) {
            wire.close();
            throw e;
        }
    }

    private ByteStream open() {
        try {
            return config.transport().open(config.endpoint(), connectTimeout);
        } catch (IOException e) {
            throw new PgTransportException("cannot connect to " + config.endpoint() + ": " + e.getMessage(), e);
        }
    }
}
