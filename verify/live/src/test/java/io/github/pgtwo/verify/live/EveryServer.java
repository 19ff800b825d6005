package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract that holds with each server, over each way to it. */
@ParameterizedClass
@MethodSource("io.github.pgtwo.verify.live.Place#all")
@Timeout(120)
abstract class EveryServer extends ServerContract {
    @Parameter
    private Place place;

    Place place() {
        return place;
    }

    @Override
    EmbeddedServer server() {
        return place.server();
    }

    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return place.endpointOf(server);
    }

    @Override
    PgClientBuilder clientOf(EmbeddedServer server) {
        return place.through(super.clientOf(server));
    }

    /** Whether the release has a number of at least this, such as 1200. */
    static boolean isSince(PgConnection connection, int release) {
        return connection.profile().version().number() >= release;
    }
}
