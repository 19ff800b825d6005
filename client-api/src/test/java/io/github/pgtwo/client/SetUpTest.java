package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.StringSyntax;
import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.client.type.TypeRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What new servers are asked for behind the login; old ones are in the recordings. */
class SetUpTest {
    private static final String THIRTEEN = "PostgreSQL 13.23 on x86_64-pc-linux-gnu";

    private static FakeServer thirteen() {
        return answer(FakeServer.loggedIn(), THIRTEEN);
    }

    private static FakeServer answer(FakeServer server, String... values) {
        String[] names = new String[values.length];
        Arrays.fill(names, "x");
        return server.answer(columns(names), row(values), completed("SELECT 1"), ready());
    }

    /** All that one text after the other is answered by. */
    private static FakeServer oneByOne(FakeServer server, int settings) {
        for (int setting = 0; setting < settings; setting++) {
            server.answer(completed("SET"), ready());
        }
        for (String value : new String[] {"LATIN1", "UTF8", "ISO, DMY", "off", "off"}) {
            answer(server, value);
        }
        return server;
    }

    private static ServerProfile found(FakeServer server) {
        ServerProfile profile = server.askingClient().build().connect().profile();
        assertThat(server.left()).isZero();
        return profile;
    }

    private static void assertAskedOneByOne(FakeServer server) {
        ServerProfile profile = found(oneByOne(server, 3));
        assertThat(profile.serverEncoding()).isEqualTo("LATIN1");
        assertThat(profile.clientEncoding()).isEqualTo("UTF8");
        assertThat(profile.dateStyle()).isEqualTo("ISO, DMY");
        assertThat(profile.strings()).isEqualTo(StringSyntax.BACKSLASH_ESCAPES);
        assertThat(profile.timestamps()).isEqualTo(TimestampFormat.FLOAT);
    }

    @Test
    void aSingleTextAsksForAll() {
        FakeServer server = answer(thirteen(), "ISO, DMY", "UTF8", "postgres", "LATIN1", "on", "on", THIRTEEN);
        ServerProfile profile = found(server);
        assertThat(profile.version().number()).isEqualTo(1300);
        assertThat(profile.serverEncoding()).isEqualTo("LATIN1");
        assertThat(profile.clientEncoding()).isEqualTo("UTF8");
        assertThat(profile.dateStyle()).isEqualTo("ISO, DMY");
        assertThat(profile.strings()).isEqualTo(StringSyntax.STANDARD);
        assertThat(profile.timestamps()).isEqualTo(TimestampFormat.INTEGER);
        assertThat(new String(server.received(), StandardCharsets.UTF_8)).doesNotContain("SHOW", "SET ");
    }

    @Test
    void aServerThatCannotAnswerItIsAskedOneByOne() {
        assertAskedOneByOne(
                thirteen().answer(error("ERROR:  no conversion between UTF8 and MULE_INTERNAL\n"), ready()));
    }

    @Test
    void whatIsNoAnswerIsAskedOneByOne() {
        assertAskedOneByOne(answer(thirteen(), "ISO, DMY", "UTF8", "postgres", "LATIN1", "on", THIRTEEN));
        assertAskedOneByOne(answer(thirteen(), "ISO, DMY", null, "postgres", "LATIN1", "on", "on", THIRTEEN));
        assertAskedOneByOne(answer(thirteen(), "ISO, DMY", "UTF8", "postgres", "LATIN1", "on", "on", "no release"));
        assertAskedOneByOne(thirteen().answer(completed("SELECT 0"), ready()));
    }

    @Test
    void moreThanOneRowIsNoServer() {
        FakeServer server = thirteen().answer(columns("x"), row("1"), row("2"), completed("SELECT 2"), ready());
        assertThatThrownBy(() -> server.askingClient().build().connect()).isInstanceOf(PgProtocolException.class);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void anEncodingInWhichNothingCanBeQuotedIsRefusedAllTheSame() {
        FakeServer server = answer(thirteen(), "ISO, DMY", "SJIS", "postgres", "EUC_JP", "on", "on", THIRTEEN);
        assertThatThrownBy(() -> server.askingClient().build().connect())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("SJIS");
        assertThat(server.closed()).isTrue();
    }

    private static FakeServer allAtOnce(FakeServer server, String version) {
        return answer(server, "ISO, MDY", "UTF8", "postgres", "UTF8", "on", "on", version);
    }

    private static FakeServer loggedInAgain(FakeServer server) {
        return server.answer(ok(), key(1, 2), ready());
    }

    private static int timesAsked(FakeServer server, String question) {
        String received = new String(server.received(), StandardCharsets.UTF_8);
        return received.split(Pattern.quote(question), -1).length - 1;
    }

    @Test
    void aServerThatHasToldAllAtOnceIsNotAskedForItsReleaseAgain() {
        FakeServer server = allAtOnce(thirteen(), THIRTEEN);
        PgClient client = server.askingClient().build();
        client.connect();
        allAtOnce(loggedInAgain(server), "PostgreSQL 12.22 on x86_64-pc-linux-gnu");
        ServerProfile profile =
                client.withTypes(TypeRegistry.STANDARD).connect().profile();
        assertThat(profile.version().number()).isEqualTo(1200);
        assertThat(server.left()).isZero();
        assertThat(timesAsked(server, "select version()")).isOne();
    }

    @Test
    void anOlderServerInItsPlaceIsAskedForItsRelease() {
        FakeServer server = allAtOnce(thirteen(), THIRTEEN);
        PgClient client = server.askingClient().build();
        client.connect();
        for (int connect = 0; connect < 2; connect++) {
            loggedInAgain(server);
            if (connect == 0) {
                server.answer(error("ERROR:  schema \"pg_catalog\" does not exist\n"), ready());
            }
            oneByOne(answer(server, "PostgreSQL 8.3.23 on x86_64-pc-linux-gnu"), 2);
            assertThat(client.connect().profile().version().number()).isEqualTo(803);
            assertThat(server.left()).isZero();
        }
    }
}
