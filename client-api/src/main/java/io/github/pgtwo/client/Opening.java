package io.github.pgtwo.client;

import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections on which the first packet can be sent, under TLS if the mode wants it (section 10). */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final ClientConfig config;
    private final TlsMode mode;

    Opening(ClientConfig config) {
        this.config = config;
        // as libpq has it: there is no TLS on Unix sockets
        mode = config.endpoint() instanceof Endpoint.Unix
                ? TlsMode.DISABLE
                : config.tls().mode();
    }

    /** As the mode prefers it. */
    Wire first() {
        if (mode == TlsMode.DISABLE || mode == TlsMode.ALLOW) {
            return Wire.open(config);
        }
        try {
            return secured();
        } catch (NoTlsException e) {
            if (mode != TlsMode.PREFER) {
                throw e.reason();
            }
            LOG.debug("going on without TLS", e);
            return Wire.open(config);
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
        return mode == TlsMode.ALLOW ? secured() : Wire.open(config);
    }

    /** Under TLS, or where the mode prefers it and the server says no, without. */
    private Wire secured() throws NoTlsException {
        Wire wire = Wire.open(config);
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
            case SSL_ACCEPTED -> wire.secure(config);
            case ERROR_RESPONSE -> throw doesNotKnow((ErrorResponse) answer);
            default -> checkPlain();
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
                        + ServerMessage.parse(error.text().utf8()).raw(),
                null));
    }
}
