package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Deadline;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.TlsException;
import io.github.pgtwo.spi.TlsMode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * TLS by the JDK (section 10). Immutable and thread-safe; one for all connections lets sessions be resumed.
 *
 * <pre>{@code
 * PgClient.builder().tls(Tls.builder(TlsMode.VERIFY_FULL).roots(Path.of("root.crt")).build())
 * }</pre>
 */
public final class Tls implements StreamSecurity {
    private final TlsMode mode;
    private final SSLContext context;
    private final boolean verifies;
    private final List<String> protocols;
    private final boolean indicatesHost;

    /**
     * What a builder has put together.
     *
     * @param verifies whether the context accepts only servers that have proven who they are
     * @param protocols empty for those of the context
     * @param indicatesHost whether the server is told which host is meant
     */
    Tls(TlsMode mode, SSLContext context, boolean verifies, List<String> protocols, boolean indicatesHost) {
        this.mode = mode;
        this.context = context;
        this.verifies = verifies;
        this.protocols = protocols;
        this.indicatesHost = indicatesHost;
    }

    /** Something to choose the particulars with. */
    public static TlsBuilder builder(TlsMode mode) {
        return new TlsBuilder(mode);
    }

    @Override
    public TlsMode mode() {
        return mode;
    }

    @Override
    public ByteStream secure(ByteStream plain, Endpoint endpoint, Duration timeout) throws IOException {
        Deadline deadline = Deadline.in(timeout);
        SSLEngine engine;
        try {
            engine = engine(endpoint);
        } catch (IOException | RuntimeException e) {
            TlsOutput.closeQuietly(plain);
            throw e;
        }
        return new Handshake(engine, plain).run(deadline, verifies);
    }

    private SSLEngine engine(Endpoint endpoint) throws TlsException {
        Host host = Host.of(endpoint);
        SSLEngine engine =
                host.isKnown() ? context.createSSLEngine(host.name(), host.port()) : context.createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        if (mode == TlsMode.VERIFY_FULL) {
            if (!host.isKnown()) {
                throw new TlsException(endpoint + " has no host name, which " + mode + " would have to verify");
            }
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        // an empty list, since the JDK would tell by itself
        parameters.setServerNames(indicatesHost ? host.indicated().map(List::of).orElse(List.of()) : List.of());
        if (!protocols.isEmpty()) {
            parameters.setProtocols(protocols.toArray(String[]::new));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    @Override
    public String toString() {
        return "Tls[" + mode + "]";
    }
}
