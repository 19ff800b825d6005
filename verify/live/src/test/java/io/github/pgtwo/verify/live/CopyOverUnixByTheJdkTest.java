package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.unix.UnixTransport;

class CopyOverUnixByTheJdkTest extends CopyContract {
    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return unix(server);
    }

    @Override
    PgClientBuilder clientOf(EmbeddedServer server) {
        return super.clientOf(server).transport(UnixTransport.jdk());
    }
}
