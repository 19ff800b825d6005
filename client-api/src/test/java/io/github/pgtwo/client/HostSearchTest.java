package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.settings.ConnectionPlan;
import io.github.pgtwo.client.settings.ConnectionSettings;
import io.github.pgtwo.client.settings.Surroundings;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several hosts a client ends up with, and what sessions are told when they begin. */
class HostSearchTest {
    private static final String READ_ONLY = "SHOW transaction_read_only";
    private static final String STANDBY = "select pg_catalog.pg_is_in_recovery()";

    private static ConnectionPlan plan(String settings, Map<String, String> environment) {
        return ConnectionSettings.parse(settings + " user=alice dbname=shop sslmode=disable")
                .complete(new Surroundings(environment, "alice", Path.of("/nonexistent"), warning -> {}));
    }

    private static PgClient client(Neighbours neighbours, int release, String settings) {
        return PgClient.builder()
                .transport(neighbours)
                .settings(plan(settings, Map.of()))
                .serverProfile(Profiles.of(release))
                .build();
    }

    private static Script asked(String question, String answer) {
        return new Script().login().expectQuery(question).answer(columns("a"), row(answer), completed("SHOW"), ready());
    }

    @ParameterizedTest
    @CsvSource({
        "any, 1300, x a",
        "read-write, 1300, x a b",
        "read-only, 1300, x a",
        "read-write, 704, x a b",
    })
    void theFirstOfTheWantedKindIsTaken(String target, int release, String tried) throws IOException {
        try (Neighbours neighbours = new Neighbours()
                .at("a", target.equals("any") ? new Script().login() : asked(READ_ONLY, "on"))
                .at("b", asked(READ_ONLY, "off"))) {
            client(neighbours, release, "host=x,a,b target_session_attrs=" + target)
                    .connect()
                    .close();
            assertThat(neighbours.tried()).containsExactly(tried.split(" ", -1));
        }
    }

    @ParameterizedTest
    @CsvSource({"primary, a b", "standby, a", "prefer-standby, a"})
    void standbysAreTold(String target, String tried) throws IOException {
        try (Neighbours neighbours =
                new Neighbours().at("a", asked(STANDBY, "t")).at("b", asked(STANDBY, "f"))) {
            client(neighbours, 900, "host=a,b target_session_attrs=" + target)
                    .connect()
                    .close();
            assertThat(neighbours.tried()).containsExactly(tried.split(" ", -1));
        }
    }

    @Test
    void withoutAStandbyThePreferenceIsDropped() throws IOException {
        try (Neighbours neighbours = new Neighbours().at("a", new Script().login())) {
            PgClient client = client(neighbours, 803, "host=x,a target_session_attrs=prefer-standby");
            client.connect().close();
            assertThat(neighbours.tried()).containsExactly("x", "a", "x", "a");
        }
    }

    /** They know neither read-only transactions nor standbys, and are not asked. */
    @ParameterizedTest
    @CsvSource({"703, read-write", "703, primary", "804, primary"})
    void oldServersArePrimariesThatCanBeWritten(int release, String target) throws IOException {
        try (Neighbours neighbours = new Neighbours().at("a", new Script().login())) {
            client(neighbours, release, "host=a target_session_attrs=" + target)
                    .connect()
                    .close();
        }
        try (Neighbours neighbours = new Neighbours().at("a", new Script().login())) {
            PgClient client = client(neighbours, release, "host=a target_session_attrs=standby");
            assertThatThrownBy(client::connect)
                    .isInstanceOf(PgTransportException.class)
                    .hasMessageContaining("a:5432 is no standby");
        }
    }

    @Test
    void allFailuresAreTold() {
        PgClient client = client(new Neighbours(), 1300, "host=x,y port=1,2");
        assertThatThrownBy(client::connect)
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("cannot connect to x:1: nobody is at home; cannot connect to y:2")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    @Test
    void aServerThatStartsIsPassedOverAndOneThatRefusesIsNot() throws IOException {
        Script starting = new Script()
                .expect(FrontendKind.STARTUP_PACKET)
                .answer(error("FATAL:  the database system is starting up"));
        Script refusing =
                new Script().expect(FrontendKind.STARTUP_PACKET).answer(error("FATAL:  no pg_hba.conf entry"));
        try (Neighbours neighbours =
                new Neighbours().at("a", starting).at("b", refusing).at("c", new Script().login())) {
            PgClient client = client(neighbours, 1300, "host=a,b,c");
            assertThatThrownBy(client::connect)
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("pg_hba");
            assertThat(neighbours.tried()).containsExactly("a", "b");
        }
    }

    @Test
    void chanceDecidesOnlyAboutTheOrder() throws IOException {
        try (Neighbours neighbours = new Neighbours().at("a", new Script().login())) {
            client(neighbours, 1300, "host=x,y,a load_balance_hosts=random")
                    .connect()
                    .close();
            assertThat(neighbours.tried()).endsWith("a").doesNotHaveDuplicates();
        }
    }

    @Test
    void anOldServerIsToldWhatItKnows() throws IOException {
        Script script = new Script().login();
        for (String set :
                new String[] {"datestyle = 'German'", "cost_heap = '7'", "r_plans = 'on'", "geqo = DEFAULT"}) {
            script = script.expectQuery("SET " + set).answer(completed("SET VARIABLE"), ready());
        }
        Map<String, String> environment = Map.of(
                "PGDATESTYLE", "German", "PGCOSTHEAP", "7", "PGRPLANS", "on", "PGGEQO", "default", "PGAPPNAME", "till");
        try (Neighbours neighbours = new Neighbours().at("a", script)) {
            PgClient.builder()
                    .transport(neighbours)
                    .settings(plan("host=a", environment))
                    .serverProfile(Profiles.of(604))
                    .build()
                    .connect()
                    .close();
        }
    }

    /** As with libpq, an error ends the connection, and a notice does not. */
    @Test
    void aSettingThatIsRefusedEndsTheConnection() throws IOException {
        Script noticed = new Script()
                .login()
                .expectQuery("SET timezone = 'Mars'")
                .answer(notice("NOTICE:  what is Mars?"), completed("SET VARIABLE"), ready());
        Script refused =
                new Script().login().expectQuery("SET timezone = 'Mars'").answer(error("ERROR:  no Mars"), ready());
        try (Neighbours neighbours = new Neighbours().at("a", noticed).at("b", refused)) {
            PgClientBuilder builder = PgClient.builder().transport(neighbours).serverProfile(Profiles.of(700));
            Map<String, String> environment = Map.of("PGTZ", "Mars");
            builder.settings(plan("host=a", environment)).build().connect().close();
            PgClient client = builder.settings(plan("host=b", environment)).build();
            assertThatThrownBy(client::connect)
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("SET timezone = 'Mars'")
                    .hasMessageContaining("no Mars");
        }
    }

    @Test
    void tlsThatNobodyDoesIsMissedOnlyWhereItIsInsistedOn() {
        ConnectionPlan required = ConnectionSettings.parse("host=a sslmode=require")
                .complete(new Surroundings(Map.of(), "alice", Path.of("/nonexistent"), warning -> {}));
        PgClientBuilder builder = PgClient.builder().transport(new Neighbours());
        assertThatThrownBy(() -> builder.settings(required).build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("transport-tcp");
        ConnectionPlan preferred = ConnectionSettings.parse("host=a")
                .complete(new Surroundings(Map.of(), "alice", Path.of("/nonexistent"), warning -> {}));
        assertThat(builder.settings(preferred).build()).isNotNull();
    }

    @Test
    void theShortWaysLookForPlugInsToo() {
        assertThatThrownBy(() -> PgClient.of("host=x.example sslmode=disable"))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("no transport serves x.example:");
        assertThatThrownBy(PgClient::fromEnvironment)
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("no transport serves");
        assertThatThrownBy(() -> PgClient.of("shop")).isInstanceOf(PgSettingsException.class);
    }

    @Test
    void namesOfMethodsAreCheckedWithTheClient() {
        PgClientBuilder builder = PgClient.builder().transport(new Neighbours());
        assertThatThrownBy(() -> builder.settings(plan("host=a require_auth=magic", Map.of()))
                        .build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("magic");
    }

    @Test
    void aPeerCannotBeRequiredOfTcp() {
        PgClientBuilder builder = PgClient.builder().transport(new Neighbours());
        assertThatThrownBy(() -> builder.settings(plan("host=a requirepeer=postgres", Map.of()))
                        .build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("requirePeer");
    }
}
