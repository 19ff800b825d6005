package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.settings.ConnectionPlan;
import io.github.pgtwo.client.settings.ConnectionSettings;
import io.github.pgtwo.client.settings.Surroundings;
import java.time.Duration;

/** Connects as psql would with the same connection string, environment and files; argument: the connection string. */
public final class ConnectAsConfigured {
    private ConnectAsConfigured() {}

    /** Prints who is logged in. */
    public static void main(String[] args) {
        // conventions.md: begin
        ConnectionPlan plan = ConnectionSettings.parse(args[0]).complete(Surroundings.ofProcess());
        PgClient client = PgClient.builder()
                .discover()
                .settings(plan)
                .readTimeout(Duration.ofMinutes(5))
                .build();
        // conventions.md: end
        try (PgConnection connection = client.connect()) {
            System.out.println(
                    connection.query("select current_user").rows().get(0).text(0));
        }
    }
}
