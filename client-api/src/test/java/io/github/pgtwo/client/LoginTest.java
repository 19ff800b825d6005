package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.cleartext;
import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.md5;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgProtocolRefusedException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.spi.Exposure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final int STARTUP_LENGTH = 296;

    private final char[] password = "secret".toCharArray();

    @Test
    void trustSendsOnlyTheStartupPacket() {
        FakeServer server = FakeServer.loggedIn();
        PgConnection connection = connect(server, builder -> builder);
        assertThat(connection.isOpen()).isTrue();
        Bytes startup = StartupPacket.of("alice", "shop").encode();
        assertThat(Bytes.copyOf(server.received(), 0, STARTUP_LENGTH)).isEqualTo(startup);
        assertThat(sentAfterStartup(server)).isEmpty();
    }

    private PgConnection connect(FakeServer server, UnaryOperator<PgClientBuilder> more) {
        PgClientBuilder builder = server.client()
                .password(() -> password)
                .authProvider(Providers.sending("password", 3, Exposure.PASSWORD))
                .authProvider(Providers.sending("md5", 5, Exposure.GUESSABLE));
        return more.apply(builder).build().connect();
    }

    private static String sentAfterStartup(FakeServer server) {
        byte[] sent = server.received();
        return new String(Arrays.copyOfRange(sent, STARTUP_LENGTH, sent.length), StandardCharsets.UTF_8);
    }

    @Test
    void aPasswordIsSentFramedAndWiped() {
        FakeServer server = new FakeServer().answer(md5(0x5b3c9a01)).answer(ok(), key(1, 2), ready());
        connect(server, builder -> builder);
        String packet = new PasswordPacket(Bytes.utf8("secret")).encode().utf8();
        assertThat(sentAfterStartup(server)).startsWith(packet);
        assertThat(password).containsOnly('\0');
    }

    @Test
    void theDefaultPolicyNeverSendsThePasswordInTheClear() {
        FakeServer server = new FakeServer().answer(cleartext()).answer(ok(), key(1, 2), ready());
        assertThatThrownBy(() -> connect(server, builder -> builder))
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("password")
                .hasMessageContaining("only by TLS that verifies the server");
        assertThat(server.received()).hasSize(STARTUP_LENGTH);
        assertThat(server.closed()).isTrue();
        assertThat(password).as("the supplier was not asked").isEqualTo("secret".toCharArray());
    }

    @Test
    void thePolicyCanAllowIt() {
        FakeServer server = new FakeServer().answer(cleartext()).answer(ok(), key(1, 2), ready());
        AuthPolicy policy = AuthPolicy.DEFAULT.withCleartext(AuthPolicy.Cleartext.ALWAYS);
        assertThat(connect(server, builder -> builder.authPolicy(policy)).isOpen())
                .isTrue();
    }

    @Test
    void aRefusedPasswordIsAnAuthException() {
        FakeServer server = new FakeServer()
                .answer(md5(0x5b3c9a01))
                .answer(error("FATAL:  password authentication failed for user \"alice\"\n"));
        assertThatThrownBy(() -> connect(server, builder -> builder))
                .isInstanceOf(PgAuthException.class)
                .hasMessage("the server refused the login: FATAL:  password authentication failed for user \"alice\"");
        assertThat(server.closed()).isTrue();
    }

    @Test
    void anErrorAfterAuthenticationOkIsTheServers() {
        FakeServer server = new FakeServer().answer(ok()).answer(error("FATAL:  database \"shop\" does not exist\n"));
        assertThatThrownBy(() -> connect(server, builder -> builder))
                .isInstanceOfSatisfying(PgServerException.class, thrown -> {
                    assertThat(thrown.fatal()).isTrue();
                    assertThat(thrown.serverMessage().message()).isEqualTo("database \"shop\" does not exist");
                });
    }

    @Test
    void aServerThatDroppedTheProtocolIsNamed() {
        for (String text : new String[] {
            "FATAL:  unsupported frontend protocol 2.0: server supports 3.0 to 3.0\n",
            "FATAL:  nicht unterstütztes Frontend-Protokoll 2.0: Server unterstützt 3.0 bis 3.0\n"
        }) {
            FakeServer server = new FakeServer().answer(error(text));
            assertThatThrownBy(() -> connect(server, builder -> builder))
                    .isInstanceOf(PgProtocolRefusedException.class)
                    .hasMessageContaining("6.4 to 13");
        }
    }

    @Test
    void aChangeOfMethodAfterAnAnswerIsRefused() {
        FakeServer server =
                new FakeServer().answer(md5(0x5b3c9a01)).answer(cleartext()).answer(ok(), key(1, 2), ready());
        AuthPolicy policy = AuthPolicy.DEFAULT.withCleartext(AuthPolicy.Cleartext.ALWAYS);
        assertThatThrownBy(() -> connect(server, builder -> builder.authPolicy(policy)))
                .isInstanceOf(PgAuthException.class)
                .hasMessageEndingWith("asks for code 3 after code 5");
    }

    @Test
    void endlessRequestsAreEnded() {
        FakeServer server = new FakeServer()
                .answer(md5(0x5b3c9a01))
                .answer(md5(0x5b3c9a01))
                .answer(md5(0x5b3c9a01))
                .answer(md5(0x5b3c9a01))
                .answer(md5(0x5b3c9a01));
        PgClientBuilder builder = server.client()
                .password("secret"::toCharArray)
                .authProvider(Providers.sending("md5", 5, Exposure.GUESSABLE));
        assertThatThrownBy(() -> builder.build().connect())
                .isInstanceOf(PgAuthException.class)
                .hasMessageEndingWith("comes more than 3 times");
    }

    @Test
    void aMethodThatNothingAnswersIsNamed() {
        FakeServer server = new FakeServer().answer(new Authentication.KerberosV5());
        assertThatThrownBy(() -> connect(server, builder -> builder))
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("Kerberos V5 (authentication request 2)")
                .hasMessageContaining("[md5, password]");
    }

    @Test
    void aMethodThatNobodyKnowsIsNamedToo() {
        FakeServer server = new FakeServer().answer(new Authentication.Unknown(10));
        assertThatThrownBy(() -> connect(server, builder -> builder))
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("SASL, as in scram-sha-256 (authentication request 10)")
                .hasMessageContaining("[md5, password]");
    }

    @Test
    void aMissingPasswordIsAnAuthException() {
        FakeServer server = new FakeServer().answer(md5(0x5b3c9a01));
        PgClientBuilder builder = server.client().authProvider(Providers.sending("md5", 5, Exposure.GUESSABLE));
        assertThatThrownBy(() -> builder.build().connect())
                .isInstanceOf(PgAuthException.class)
                .hasMessage("login by md5 failed: none is set");
    }

    @Test
    void aServerThatClosesSaysWhyInItsLastNotice() {
        FakeServer server = new FakeServer().answer(ok(), notice("NOTICE:  invalid command line arguments\n"));
        assertThatThrownBy(() -> connect(server, builder -> builder))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("invalid command line arguments");
    }

    @Test
    void silenceEndsWithTheLoginTimeout() {
        FakeServer server = new FakeServer().answer(ok()).silentAtEnd();
        assertThatThrownBy(() -> connect(server, builder -> builder))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("not answered in time");
        assertThat(server.closed()).isTrue();
    }

    /** As from somebody who had to look the password up. */
    @Test
    void aPasswordThatComesTooLateIsNotSent() {
        FakeServer server = new FakeServer().answer(md5(0x5b3c9a01)).silentAtEnd();
        PgClientBuilder slow = server.client()
                .authProvider(Providers.sending("md5", 5, Exposure.GUESSABLE))
                .loginTimeout(Duration.ofSeconds(1))
                .password(() -> {
                    CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1_500, MILLISECONDS))
                            .join();
                    return password;
                });
        assertThatThrownBy(() -> slow.build().connect())
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("the login took longer than it may");
        assertThat(server.received()).hasSize(STARTUP_LENGTH);
        assertThat(password).containsOnly('\0');
    }

    @Test
    void somethingElseOnThePortIsAProtocolException() {
        FakeServer server = new FakeServer().raw("HTTP/1.1 400".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> connect(server, builder -> builder)).isInstanceOf(PgProtocolException.class);
    }

    @Test
    void aServerThatTellsNothingButItsReleaseIsStillUsable() {
        FakeServer server = new FakeServer()
                .answer(ok(), key(1, 2), ready())
                .answer(columns("version"), row("PostgreSQL 7.4.2"), completed("SELECT"), ready());
        for (int question = 0; question < 5; question++) {
            server.answer(error("ERROR:  not here\n"), ready());
        }
        server.answer(completed("BEGIN"), ready());
        PgConnection connection = server.askingClient().build().connect();
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
        assertThat(connection.profile().version().number()).isEqualTo(704);
        assertThat(connection.profile().clientEncoding()).isEqualTo("SQL_ASCII");
    }

    @Test
    void aServerWithoutAReleaseHasToBeKnownBefore() {
        FakeServer server = new FakeServer()
                .answer(ok(), key(1, 2), ready())
                .answer(columns("version"), row("something else"), completed("SELECT"), ready());
        assertThatThrownBy(() -> server.askingClient().build().connect())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("something else")
                .hasMessageContaining("serverProfile");
        assertThat(server.closed()).isTrue();
    }
}
