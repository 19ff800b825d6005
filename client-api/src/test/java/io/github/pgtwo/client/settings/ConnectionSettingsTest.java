package io.github.pgtwo.client.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.KeepAlive;
import io.github.pgtwo.spi.TlsMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table of conventions does not show: typed values, places of mistakes, and what servers are told. */
class ConnectionSettingsTest {
    @TempDir
    private Path home;

    private ConnectionPlan plan(String string, Map<String, String> environment) {
        return ConnectionSettings.parse(string).complete(new Surroundings(environment, "joe", home, warning -> {}));
    }

    private ConnectionPlan plan(String string) {
        return plan(string, Map.of());
    }

    @Test
    void hostsHaveEndpointsAndIdentities() {
        List<Host> hosts = plan("host=a.example,::1,/run/pg,@pg hostaddr=10.0.0.1,,, port=1,2,3,4")
                .hosts();
        assertThat(hosts.stream().map(Host::endpoint))
                .containsExactly(
                        Endpoint.tcp("10.0.0.1", 1),
                        Endpoint.tcp("::1", 2),
                        Endpoint.unix("/run/pg", 3),
                        Endpoint.unix("@pg", 4));
        assertThat(hosts.stream().map(Host::identity)).startsWith(Endpoint.tcp("a.example", 1), Endpoint.tcp("::1", 2));
    }

    @Test
    void nothingSaidIsTheUsualSocket() {
        ConnectionPlan plan = plan("");
        assertThat(plan.hosts()).containsExactly(new Host("", "", 5432));
        assertThat(plan.hosts().get(0).endpoint().toString()).endsWith("/.s.PGSQL.5432");
        assertThat(plan.user()).isEqualTo("joe");
        assertThat(plan.database()).isEqualTo("joe");
        assertThat(plan.tls()).as("no TLS on sockets").isEmpty();
        assertThat(plan.connectTimeout()).isEmpty();
        assertThat(plan.keepAlive()).isEmpty();
        assertThat(plan.target()).isEqualTo(TargetSession.ANY);
        assertThat(plan.requiredPeer()).isEmpty();
        assertThat(plan.shuffled()).isFalse();
        assertThat(plan.variables().statements(release(1300))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 2", "2, 2", "30, 30"})
    void timeoutsAreSeconds(String said, int seconds) {
        assertThat(plan("connect_timeout=" + said).connectTimeout()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void keepAlivesAreSeconds() {
        assertThat(plan("keepalives_idle=10 keepalives_interval=5 keepalives_count=3 keepalives=2")
                        .keepAlive())
                .contains(new KeepAlive(true, Duration.ofSeconds(10), Duration.ofSeconds(5), 3));
        assertThat(plan("keepalives=0 keepalives_idle=-5").keepAlive())
                .contains(new KeepAlive(false, Duration.ZERO, Duration.ZERO, 0));
    }

    @Test
    void tlsHasModeFilesAndVersions() throws IOException {
        Path roots = Files.createFile(home.resolve("r.crt"));
        Path shown = Files.createFile(home.resolve("c.crt"));
        Path key = Files.createFile(
                home.resolve("c.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var tls = plan("host=h sslmode=verify-ca ssl_min_protocol_version=TLSv1.1 ssl_max_protocol_version=TLSv1.2"
                        + " sslsni=0 sslrootcert=" + roots + " sslcert=" + shown + " sslkey=" + key)
                .tls()
                .orElseThrow();
        assertThat(tls.mode()).isEqualTo(TlsMode.VERIFY_CA);
        assertThat(tls.roots()).contains(roots);
        assertThat(tls.certificates()).contains(shown);
        assertThat(tls.key()).contains(key);
        assertThat(tls.protocols()).containsExactly("TLSv1.1", "TLSv1.2");
        assertThat(tls.indicatesHost()).isFalse();
        assertThat(plan("host=h").tls().orElseThrow().mode()).isEqualTo(TlsMode.PREFER);
        assertThat(plan("host=h sslmode=disable").tls()).isEmpty();
        assertThat(plan("host=h sslrootcert=system").tls().orElseThrow().mode()).isEqualTo(TlsMode.VERIFY_FULL);
        assertThat(plan("host=h sslrootcert=system").tls().orElseThrow().roots())
                .isEmpty();
    }

    @Test
    void fullVerificationNeedsAName() {
        assertThatThrownBy(() -> plan("hostaddr=127.0.0.1 sslrootcert=system"))
                .isInstanceOf(PgSettingsException.class)
                .hasMessageContaining("\"host\"");
    }

    @Test
    void fullVerificationNeedsNoNameOfSockets() {
        ConnectionPlan plan = plan("host=,db.example sslrootcert=system");
        assertThat(plan.tls().orElseThrow().mode()).isEqualTo(TlsMode.VERIFY_FULL);
    }

    @Test
    void variablesBecomeStatementsThatTheServerKnows() {
        Map<String, String> environment = Map.of(
                "PGDATESTYLE", "German",
                "PGTZ", "Default",
                "PGGEQO", "o'ff\\",
                "PGCLIENTENCODING", "LATIN1",
                "PGCOSTHEAP", "1",
                "PGCOSTINDEX", "2",
                "PGRPLANS", "on",
                "PGQUERY_LIMIT", "7",
                "PGAPPNAME", "till");
        SessionVariables variables = plan("", environment).variables();
        List<String> everywhere =
                List.of("SET datestyle = 'German'", "SET timezone = DEFAULT", "SET client_encoding = 'LATIN1'");
        List<String> cost = List.of("SET cost_heap = '1'", "SET cost_index = '2'");
        assertThat(variables.statements(release(604)))
                .isEqualTo(join(
                        everywhere, cost, List.of("SET r_plans = 'on'", "SET query_limit = '7'"), geqo("'o''ff\\\\'")));
        assertThat(variables.statements(release(605))).isEqualTo(join(everywhere, cost, geqo("'o''ff\\\\'")));
        assertThat(variables.statements(release(700))).isEqualTo(join(everywhere, geqo("'o''ff\\\\'")));
        assertThat(variables.statements(release(801))).isEqualTo(join(everywhere, geqo("E'o''ff\\\\'")));
        assertThat(variables.statements(release(900)))
                .isEqualTo(join(everywhere, geqo("E'o''ff\\\\'"), List.of("SET application_name = 'till'")));
    }

    private static List<String> geqo(String value) {
        return List.of("SET geqo = " + value);
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static ServerProfile release(int number) {
        return ServerProfile.of(new ServerVersion(number, "release"));
    }

    @Test
    void theFallbackIsAFallback() {
        String fallback = "fallback_application_name=psql";
        assertThat(plan(fallback).variables().get(SessionVariable.APPLICATION_NAME))
                .contains("psql");
        assertThat(plan(fallback, Map.of("PGAPPNAME", "till")).variables().get(SessionVariable.APPLICATION_NAME))
                .contains("till");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user=joe password=secret x | position 26",
                "user=joe password='secret | position 19",
                "user=joe frob=secret | \"frob\" at position 10",
                "user=joe\0password=secret | NUL",
                "postgresql://joe:secret@h?frob=secret | \"frob\" at position 27",
                "postgresql://joe:secret%2@h | position 18",
                "postgresql://joe:secret@[::1 | position 26",
                "postgresql://joe:secret/more@h | port is no whole number",
                "postgresql://joe:secret@[::1]x | position 30",
                "host=h port=x password=secret | \"port\"",
                "host=h port=٥٤٣٢ | no whole number",
                "host=h port=99999999999 | no whole number",
                "password=secret sslmode=x | none of [disable, allow, prefer, require, verify-ca, verify-full]",
            })
    void mistakesAreNamedWithTheirPlaceAndWithoutPasswords(String string, String named) {
        assertThatThrownBy(() -> plan(string))
                .isInstanceOf(PgSettingsException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SJIS", "big5", "Gb18030", "Shift_JIS", "WIN949"})
    void encodingsWithQuotesInsideCharactersAreRefused(String encoding) {
        assertThatThrownBy(() -> plan("", Map.of("PGCLIENTENCODING", encoding)))
                .isInstanceOf(PgSettingsException.class)
                .hasMessageContaining("client_encoding");
    }

    @Test
    void settingsAreValues() {
        ConnectionSettings string = ConnectionSettings.parse("user=joe password=secret");
        ConnectionSettings other = ConnectionSettings.parse("postgresql://jim@h");
        assertThat(string.or(other)).isEqualTo(ConnectionSettings.parse("host=h user=joe password=secret"));
        assertThat(string.or(other)).hasSameHashCodeAs(ConnectionSettings.parse("host=h user=joe password=secret"));
        assertThat(string).isNotEqualTo(other);
        assertThat(string.with(Setting.PORT, "1").get(Setting.PORT)).isEqualTo(Optional.of("1"));
        assertThat(string.get(Setting.PORT)).isEmpty();
        assertThat(string.toString()).isEqualTo("user=joe password=***");
        assertThat(plan("password=secret").toString()).doesNotContain("secret");
        assertThat(new Surroundings(Map.of("PGPASSWORD", "secret"), "joe", home, warning -> {}).toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"postgresql://,true", "postgres://h,true", "host=h,true", "shop,false", "jdbc:postgresql://h,false"})
    void connectionStringsAreToldFromNames(String text, boolean is) {
        assertThat(ConnectionSettings.isConnectionString(text)).isEqualTo(is);
    }

    @Test
    void theProcessHasSurroundings() {
        assertThat(Surroundings.ofProcess().environment()).isEqualTo(System.getenv());
        assertThat(Surroundings.of(Map.of("HOME", "/somewhere")).home()).isEqualTo(Path.of("/somewhere"));
        assertThat(Surroundings.of(Map.of()).home()).isEqualTo(Path.of(System.getProperty("user.home")));
    }

    @Test
    void whoTheSystemDoesNotKnowIsNotAQuestionMark() {
        String name = System.setProperty("user.name", "?");
        String usersHome = System.setProperty("user.home", "?");
        try {
            Surroundings nobody = Surroundings.of(Map.of());
            assertThat(nobody.user()).isEmpty();
            assertThat(nobody.home()).isAbsolute();
        } finally {
            System.setProperty("user.name", name);
            System.setProperty("user.home", usersHome);
        }
    }
}
