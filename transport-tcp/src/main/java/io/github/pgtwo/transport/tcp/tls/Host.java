package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.Endpoint;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;

/**
 * Whose certificate is expected.
 *
 * @param name empty if the endpoint has none
 */
record Host(String name, int port) {
    static Host of(Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Tcp tcp) {
            return new Host(tcp.host(), tcp.port());
        }
        if (endpoint instanceof Endpoint.Custom custom && custom.uri().getHost() != null) {
            return new Host(custom.uri().getHost(), custom.uri().getPort());
        }
        return new Host("", -1);
    }

    boolean isKnown() {
        return !name.isEmpty();
    }

    /** What the server is told, so that it can choose its certificate: names only, and such as TLS can express. */
    Optional<SNIServerName> indicated() {
        if (!isKnown() || Endpoint.isAddress(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SNIHostName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
