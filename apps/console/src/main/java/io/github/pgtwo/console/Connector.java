package io.github.pgtwo.console;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.auth.AuthPolicy.Cleartext;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.settings.ConnectionPlan;

/** Turns settings into a connection. */
final class Connector {
    private Connector() {}

    static PgConnection connect(ConnectionPlan plan, boolean cleartext, ConnectionListener listener) {
        PgClientBuilder builder = PgClient.builder();
        if (cleartext) {
            builder.authPolicy(AuthPolicy.DEFAULT.withCleartext(Cleartext.ALWAYS));
        }
        return builder.discover()
                .settings(plan)
                .credentials(new Passwords(plan.credentials()))
                .listener(listener)
                .build()
                .connect();
    }
}
