package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Timeouts;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens {@link Endpoint.Unix} endpoints through jnr-unixsocket.
 *
 * <p>On the class path nothing more is needed. On the module path jnr has to be named: {@code --add-modules
 * org.jnrproject.unixsocket}. JDKs that restrict native access want {@code --enable-native-access} for
 * {@code org.jnrproject.jffi}, or for {@code ALL-UNNAMED} on the class path.
 *
 * <p>Immutable. Thread interrupts have no effect on the streams. A virtual thread that waits in one holds its
 * carrier thread.
 */
public final class UnixTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(UnixTransport.class);

    /** Needs no configuration. */
    public UnixTransport() {}

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
     * @throws IOException also if jnr is missing or may not be used
     */
    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
        if (!(endpoint instanceof Endpoint.Unix unix)) {
            throw new IllegalArgumentException("the unix transport cannot open " + endpoint);
        }
        ByteStream stream = connect(unix.path(), Timeouts.millis(connectTimeout));
        LOG.debug("opened {}", unix);
        return stream;
    }

    private static ByteStream connect(String path, int timeoutMillis) throws IOException {
        try {
            return new UnixStream(path, Connector.connect(path, timeoutMillis));
        } catch (LinkageError e) {
            throw new IOException(
                    "cannot connect to " + path + ": jnr-unixsocket is missing, or may not be used; on the"
                            + " module path it needs --add-modules org.jnrproject.unixsocket",
                    e);
        }
    }
}
