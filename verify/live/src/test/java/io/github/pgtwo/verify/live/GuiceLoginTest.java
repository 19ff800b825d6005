package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.github.pgtwo.auth.Md5Auth;
import io.github.pgtwo.auth.guice.AuthProvidersModule;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.guice.PgClientModule;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.tcp.TcpTransport;
import io.github.pgtwo.transport.tcp.guice.TcpTransportModule;
import io.github.pgtwo.transport.unix.guice.UnixTransportModule;
import org.junit.jupiter.api.Test;

/** The ways to put a client together that the contracts, which use ServiceLoader, do not go. */
class GuiceLoginTest {
    private final EmbeddedServer server = Servers.thirteen();

    @Test
    void throughMultibindings() {
        Injector injector = Guice.createInjector(
                new PgClientModule(), new TcpTransportModule(), new UnixTransportModule(), new AuthProvidersModule());
        assertLogsIn(injector.getInstance(PgClientBuilder.class), ServerContract.tcp(server));
        assertLogsIn(injector.getInstance(PgClientBuilder.class), ServerContract.unix(server));
    }

    @Test
    void throughThePlainBuilder() {
        PgClientBuilder builder =
                PgClient.builder().transport(new TcpTransport()).authProvider(new Md5Auth());
        assertLogsIn(builder, ServerContract.tcp(server));
    }

    private static void assertLogsIn(PgClientBuilder builder, Endpoint endpoint) {
        PgClient client = builder.endpoint(endpoint)
                .user("by_md5")
                .password("by_md5"::toCharArray)
                .database("postgres")
                .build();
        try (PgConnection connection = client.connect()) {
            assertThat(connection.query("select current_user").rows().get(0).text(0))
                    .isEqualTo("by_md5");
        }
    }
}
