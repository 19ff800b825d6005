package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.tls.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Against the server of {@link TlsServers}, whichever the contract names. */
class CopyOverTlsTest extends CopyContract {
    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return tcp(TlsServers.good());
    }

    @Override
    PgClientBuilder clientOf(EmbeddedServer server) {
        try {
            return super.clientOf(server).tls(Tls.builder(TlsMode.REQUIRE).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
