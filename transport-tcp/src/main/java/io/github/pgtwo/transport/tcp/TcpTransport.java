package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.KeepAlive;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens {@link Endpoint.Tcp} endpoints, over IPv4 and IPv6; with {@code TCP_NODELAY} and {@code SO_KEEPALIVE} on,
 * unless told otherwise.
 *
 * <p>The addresses of a name are tried in the order of the JDK's resolver. Each may use an equal share of the
 * time that is left, so one that never answers leaves time for the others. Resolving the name counts too, but
 * cannot be cut short.
 *
 * <p>Immutable. The streams are fit for virtual threads. Interrupting a thread that waits in one closes it, as with all
 * channels of the JDK; the wait ends with a {@link io.github.pgtwo.spi.StreamClosedException} that says so. Through a
 * proxy, this happens to virtual threads only.
 */
public final class TcpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(TcpTransport.class);

    private final TcpOptions options;
    private final Connector connector;

    /** Needs no configuration. */
    public TcpTransport() {
        this(TcpOptions.DEFAULT);
    }

    private TcpTransport(TcpOptions options) {
        this.options = options;
        connector = new Connector(InetAddress::getAllByName, options);
    }

    /** The same with {@code TCP_NODELAY} on, so that small writes are sent at once, or off. */
    public TcpTransport withNoDelay(boolean on) {
        return new TcpTransport(new TcpOptions(
                on, options.keepAlive(), options.sendBuffer(), options.receiveBuffer(), options.socksProxy()));
    }

    /** The same with {@code SO_KEEPALIVE} on, so that the system notices in the end when a silent peer is gone, or off. */
    public TcpTransport withKeepAlive(boolean on) {
        KeepAlive now = options.keepAlive();
        return withKeepAlive(new KeepAlive(on, now.idle(), now.interval(), now.count()));
    }

    /** The same with a choice of how soon it notices; times that the system cannot express are refused when opening. */
    @Override
    public TcpTransport withKeepAlive(KeepAlive choice) {
        return new TcpTransport(new TcpOptions(
                options.noDelay(), choice, options.sendBuffer(), options.receiveBuffer(), options.socksProxy()));
    }

    /**
     * The same with other buffers in the system, which takes the sizes as hints.
     *
     * @param send bytes of {@code SO_SNDBUF}; 0 leaves the choice to the system
     * @param receive bytes of {@code SO_RCVBUF}; 0 leaves the choice to the system
     * @throws IllegalArgumentException if one is negative
     */
    public TcpTransport withBuffers(int send, int receive) {
        return new TcpTransport(
                new TcpOptions(options.noDelay(), options.keepAlive(), send, receive, options.socksProxy()));
    }

    /**
     * The same through a SOCKS proxy, which also resolves the names of servers; the JDK speaks version 5, and 4 to
     * proxies that know no other. User and password, if the proxy wants them, come from {@link java.net.Authenticator}.
     * The JDK's system property {@code socksProxyHost} has no effect.
     *
     * <p>Such a stream cannot keep one promise, as the JDK has no channels for it: a {@linkplain
     * ByteStream#writeFully(byte[], int, int, io.github.pgtwo.spi.Arrival) write that reads meanwhile} only looks for
     * what has arrived in front of each 8 KiB. If a server sends so much during a COPY FROM STDIN that all buffers
     * between are full, both sides wait until the stream is closed.
     */
    public TcpTransport withSocksProxy(InetSocketAddress proxy) {
        return new TcpTransport(new TcpOptions(
                options.noDelay(),
                options.keepAlive(),
                options.sendBuffer(),
                options.receiveBuffer(),
                Optional.of(proxy)));
    }

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
        return options.socksProxy().isPresent() ? new ProxiedStream(socket, tcp) : new TcpStream(socket, tcp);
    }
}
