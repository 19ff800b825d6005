package io.github.pgtwo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import org.junit.jupiter.api.Test;

class RequiredPeerTest {
    private static final ChannelInfo LOCAL = ChannelInfo.plain("/tmp/socket").withLocal();

    private final FakeServer server = new FakeServer();

    private PgClientBuilder requiring(String user) {
        return server.client().endpoint(Endpoint.unix("/tmp", 5432)).requirePeer(user);
    }

    @Test
    void anotherUserIsSentNothing() {
        server.over(LOCAL.withPeerUser("mallory"));
        assertRefused("but it runs as mallory");
    }

    @Test
    void aChannelThatCannotTellIsSentNothing() {
        server.over(LOCAL);
        assertRefused("but that user cannot be told");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> requiring("postgres").build().connect())
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining(
                        "the server at /tmp/socket has to run as the user postgres (requirePeer), " + why);
        assertThat(server.received()).isEmpty();
        assertThat(server.closed()).isTrue();
    }

    /** The server closes at once, which shows that it was spoken to. */
    @Test
    void theRightUserIsSpokenTo() {
        server.over(LOCAL.withPeerUser("postgres"));
        assertThatThrownBy(() -> requiring("postgres").build().connect()).isInstanceOf(PgTransportException.class);
        assertThat(server.received()).isNotEmpty();
    }

    @Test
    void whatCannotBeRequiredIsRefused() {
        assertThatThrownBy(() -> requiring("").build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("needs the name of a user");
        assertThatThrownBy(() -> server.client().requirePeer("postgres").build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("works with Unix sockets only")
                .hasMessageContaining("fake:1");
    }
}
