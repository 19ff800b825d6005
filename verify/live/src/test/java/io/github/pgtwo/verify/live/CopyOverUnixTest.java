package io.github.pgtwo.verify.live;

import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;

class CopyOverUnixTest extends CopyContract {
    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return unix(server);
    }
}
