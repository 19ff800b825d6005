package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens {@link Endpoint.Tcp} endpoints, over IPv4 and IPv6, with {@code TCP_NODELAY} and {@code SO_KEEPALIVE} on.
 *
 * <p>The addresses of a name are tried in the order of the JDK's resolver. Each may use an equal share of the
 * time that is left, so one that never answers leaves time for the others. Resolving the name counts too, but
 * cannot be cut short.
 *
 * <p>Immutable. The streams are fit for virtual threads; mind that the JDK closes a socket when a <em>virtual</em>
 * thread that waits in it is interrupted.
 */
public final class TcpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(TcpTransport.class);

    private final Connector connector = new Connector(InetAddress::getAllByName);

    /** Needs no configuration. */
    public TcpTransport() {}

    /** {@code tcp}. */
    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public boolean supports(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Tcp;
    }

    /**
     * Connects.
     *
     * @throws IllegalArgumentException if the endpoint is not {@linkplain #supports supported} or the timeout negative
     */
    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
        if (!(endpoint instanceof Endpoint.Tcp tcp)) {
            throw new IllegalArgumentException("the tcp transport cannot open " + endpoint);
        }
        Socket socket = connector.connect(tcp, connectTimeout);
        LOG.debug("opened {} through {}", tcp, socket);
        return new TcpStream(socket, tcp);
    }
}
