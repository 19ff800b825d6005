package io.github.pgtwo.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.Endpoint;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionSettingsTest {
    @Test
    void prefersOptionsToUriToEnvironmentToDefaults() {
        ConnectionSettings settings = ConnectionSettings.of(
                Map.of(Parameter.HOST, "option"),
                Map.of(Parameter.HOST, "uri", Parameter.PORT, "1"),
                Parameter.ofEnvironment(Map.of("PGHOST", "env", "PGPORT", "2", "PGUSER", "joe", "PGDATABASE", "")));
        assertThat(settings.endpoint()).isEqualTo(Endpoint.tcp("option", 1));
        assertThat(settings.user()).isEqualTo("joe");
        assertThat(settings.database()).isEqualTo("joe");
    }

    @Test
    void hasDefaultsForEverything() {
        ConnectionSettings settings = ConnectionSettings.of(Map.of());
        assertThat(settings.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(settings.database()).isEqualTo(settings.user());
        assertThat(settings.endpoint().toString()).endsWith("/.s.PGSQL.5432");
        assertThat(settings.password()).isEmpty();
        assertThat(settings.options()).isEmpty();
        assertThat(settings.timeout()).isEmpty();
    }

    @Test
    void readsTheWholeEnvironment() {
        ConnectionSettings settings = ConnectionSettings.of(Parameter.ofEnvironment(Map.of(
                "PGHOST", "/tmp", "PGPASSWORD", "secret", "PGOPTIONS", "-c geqo=off", "PGCONNECT_TIMEOUT", "7")));
        assertThat(settings.endpoint()).isEqualTo(Endpoint.unix("/tmp", 5432));
        assertThat(settings.password()).contains("secret");
        assertThat(settings.options()).isEqualTo("-c geqo=off");
        assertThat(settings.timeout()).contains(Duration.ofSeconds(7));
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void takesDirectoriesAndAbstractNamesForUnixSockets() {
        assertThat(ConnectionSettings.of(Map.of(Parameter.HOST, "/run/pg", Parameter.PORT, "1"))
                        .endpoint())
                .isEqualTo(Endpoint.unix("/run/pg", 1));
        assertThat(ConnectionSettings.of(ConnectionUri.parse("postgresql://%40name/db"))
                        .endpoint())
                .isEqualTo(Endpoint.unix("@name", 5432));
    }

    @Test
    void refusesSeveralHosts() {
        assertThatThrownBy(() -> ConnectionSettings.of(ConnectionUri.parse("postgresql://a:1,b:2/db")))
                .hasMessageContaining("several hosts");
        assertThatThrownBy(() -> ConnectionSettings.of(ConnectionUri.parse("postgresql://[::1]:1,[::2]/db")))
                .hasMessageContaining("several hosts");
    }
}
