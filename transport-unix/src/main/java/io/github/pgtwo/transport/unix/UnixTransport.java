package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.SocketDirectories;
import io.github.pgtwo.spi.Timeouts;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens {@link Endpoint.Unix} endpoints, through one of two engines:
 *
 * <ul>
 *   <li>{@link #jnr()} uses jnr-unixsocket, and knows abstract names. On the class path nothing more is needed. On
 *       the module path jnr has to be named: {@code --add-modules org.jnrproject.unixsocket}. JDKs that restrict
 *       native access want {@code --enable-native-access} for {@code org.jnrproject.jffi}, or for
 *       {@code ALL-UNNAMED} on the class path. A virtual thread that waits in a stream holds its carrier thread.
 *   <li>{@link #jdk()} uses the JDK's own channels and needs nothing else. From JDK 24 on, a virtual thread that
 *       waits in a stream gives its carrier thread to others; before, the JDK starts another carrier meanwhile.
 * </ul>
 *
 * <p>Immutable. Thread interrupts have no effect on the streams.
 */
public final class UnixTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(UnixTransport.class);

    private final Engine engine;

    /** The same as {@link #auto()}. */
    public UnixTransport() {
        this(Engine.AUTO);
    }

    UnixTransport(Engine engine) {
        this.engine = engine;
    }

    /** Goes through jnr-unixsocket; opening fails where that is missing or may not be used. */
    public static UnixTransport jnr() {
        return new UnixTransport(Engine.JNR);
    }

    /** Goes through the channels of the JDK. */
    public static UnixTransport jdk() {
        return new UnixTransport(Engine.JDK);
    }

    /**
     * Goes through jnr-unixsocket where it works, or else through the JDK. The choice is made when the first stream
     * is opened, holds for the whole program, and is logged once with its reason, at level info.
     */
    public static UnixTransport auto() {
        return new UnixTransport();
    }

    /**
     * The socket of a postmaster of that port on this machine, where it usually is: in {@code /var/run/postgresql} or
     * {@code /tmp}, or in the first of them if it is in neither.
     *
     * @throws IllegalArgumentException if the port is not within 1 to 65535
     */
    public static Endpoint usualEndpoint(int port) {
        return SocketDirectories.usualEndpoint(port);
    }

    /** {@code unix}. */
    @Override
    public String name() {
        return "unix";
    }

    @Override
    public boolean supports(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Unix;
    }

    /**
     * Connects. The deadline counts while the listener's queue of new connections is full.
     *
     * @throws IllegalArgumentException if the endpoint is not {@linkplain #supports supported} or the timeout negative
     * @throws IOException also if the path is too long for a socket, or the engine cannot serve it
     */
    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
        if (!(endpoint instanceof Endpoint.Unix unix)) {
            throw new IllegalArgumentException("the unix transport cannot open " + endpoint);
        }
        int timeoutMillis = Timeouts.millis(connectTimeout);
        ByteStream stream = new UnixStream(unix.path(), engine.connect(unix.path(), timeoutMillis));
        LOG.debug("opened {}", unix);
        return stream;
    }
}
