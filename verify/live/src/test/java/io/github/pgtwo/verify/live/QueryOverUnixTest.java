package io.github.pgtwo.verify.live;

import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;

class QueryOverUnixTest extends QueryContract {
    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return unix(server);
    }
}
