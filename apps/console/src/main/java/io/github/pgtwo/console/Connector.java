package io.github.pgtwo.console;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.auth.AuthPolicy.Cleartext;
import io.github.pgtwo.client.event.ConnectionListener;

/** Turns settings into a connection. */
final class Connector {
    private Connector() {}

    static PgConnection connect(ConnectionSettings settings, boolean cleartext, ConnectionListener listener) {
        PgClientBuilder builder = PgClient.builder()
                .endpoint(settings.endpoint())
                .user(settings.user())
                .database(settings.database())
                .options(settings.options())
                .credentials(new Passwords(settings.password()))
                .listener(listener)
                .discover();
        if (cleartext) {
            builder.authPolicy(AuthPolicy.DEFAULT.withCleartext(Cleartext.ALWAYS));
        }
        settings.timeout().ifPresent(timeout -> builder.connectTimeout(timeout).loginTimeout(timeout));
        return builder.build().connect();
    }
}
