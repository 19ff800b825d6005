package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.examples.PinAndCodeAuth;
import io.github.pgtwo.spi.Endpoint;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The login method of the documentation, against a real server whose password is both parts. */
class PlugInExampleTest extends ServerContract {
    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return tcp(server);
    }

    @Test
    void logsIn() {
        try (PgConnection connection = clientOf(Servers.thirteen())
                .user("by_password")
                .password("by_pass"::toCharArray)
                .authProvider(new PinAndCodeAuth(() -> "word".getBytes(StandardCharsets.US_ASCII)))
                .authPolicy(AuthPolicy.DEFAULT
                        .withCleartext(AuthPolicy.Cleartext.ALWAYS)
                        .withRequireAuth("pin-and-code"))
                .build()
                .connect()) {
            assertAnswers(connection);
        }
    }
}
