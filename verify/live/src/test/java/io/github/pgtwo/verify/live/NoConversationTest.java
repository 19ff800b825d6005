package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.error.PgProtocolRefusedException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.verify.live.Place.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who does not want to talk, or is not there. */
class NoConversationTest {
    private static PgClient client(Place place, Endpoint endpoint) {
        return place.through(PgClient.builder()
                        .endpoint(endpoint)
                        .user(EmbeddedServer.SUPERUSER)
                        .discover())
                .build();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TLS")
    void aServerThatRefusesTheProtocol(Way way) {
        Place place = new Place("17", way);
        assertThatThrownBy(() ->
                        client(place, place.endpointOf(Servers.seventeen())).connect())
                .isInstanceOf(PgProtocolRefusedException.class)
                .hasMessageContaining("unsupported frontend protocol 2.0")
                .hasMessageContaining("use a driver for protocol 3.0");
    }

    @Test
    void nobodyThere() {
        EmbeddedServer server = EmbeddedServer.start();
        server.close();
        for (Way way : Way.values()) {
            Place place = new Place("13", way);
            assertThatThrownBy(() -> client(place, place.endpointOf(server)).connect())
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining(place.endpointOf(server).toString());
        }
    }
}
