package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.testkit.backend.Script;
import io.github.pgtwo.testkit.backend.ScriptedBackend;
import io.github.pgtwo.testkit.transport.MemoryTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A login method of the application whose request no server of PostgreSQL's knows. */
class OwnRequestTest {
    private static final Bytes CHALLENGE = Bytes.of((byte) 'R', (byte) 0, (byte) 0xff, (byte) 1, (byte) 2, (byte) 'Z');
    private static final Script ASKING =
            new Script().expect(FrontendKind.STARTUP_PACKET).answer(new Authentication.Declared(77, CHALLENGE));

    private final MemoryTransport memory = new MemoryTransport();

    /** Answers with the challenge turned round. */
    private record Turning(int requestCode, int challengeLength, Exposure exposure) implements AuthProvider {
        @Override
        public String method() {
            return "turning";
        }

        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            byte[] answer = new byte[exchange.challenge().length()];
            for (int i = 0; i < answer.length; i++) {
                // no NUL, which a password packet cannot hold
                answer[answer.length - 1 - i] = (byte) (exchange.challenge().at(i) | 1);
            }
            exchange.sendPassword(answer);
        }
    }

    /** Knows the length of its challenge when it is first asked, and then no more. */
    private record Forgetful(AtomicInteger asked) implements AuthProvider {
        @Override
        public String method() {
            return "forgetful";
        }

        @Override
        public int requestCode() {
            return 77;
        }

        @Override
        public int challengeLength() {
            if (asked.getAndIncrement() > 0) {
                throw new IllegalStateException("forgotten");
            }
            return 6;
        }

        @Override
        public Exposure exposure() {
            return Exposure.NOTHING;
        }

        @Override
        public void authenticate(AuthExchange exchange) {
            throw new IllegalStateException("not asked for");
        }
    }

    private static final Turning TURNING = new Turning(77, 6, Exposure.GUESSABLE);

    private ScriptedBackend server(Script script) {
        return ScriptedBackend.on(memory, Duration.ofSeconds(10), script);
    }

    private PgClientBuilder client() {
        return PgClient.builder()
                .serverProfile(Profiles.THIRTEEN)
                .transport(memory)
                .endpoint(memory.endpoint())
                .user("alice")
                .loginTimeout(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void itsProviderGetsTheChallengeInWhateverPieces(int piece) throws IOException {
        Bytes answer = Bytes.of((byte) '[', (byte) 3, (byte) 1, (byte) 0xff, (byte) 1, (byte) 'S');
        Script script = new Script()
                .inPieces(piece)
                .expect(FrontendKind.STARTUP_PACKET)
                .answer(new Authentication.Declared(77, CHALLENGE))
                .expect(new PasswordPacket(answer))
                .answer(ok(), key(1, 2), ready());
        try (ScriptedBackend server = server(script);
                PgConnection connection = client().authProvider(TURNING).build().connect()) {
            assertThat(server.endpoint()).isEqualTo(memory.endpoint());
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void aRefusalBehindItIsTold() throws IOException {
        Script script = ASKING.expect(FrontendKind.PASSWORD_PACKET)
                .answer(error("FATAL:  no\n"))
                .close();
        try (ScriptedBackend server = server(script)) {
            assertThatThrownBy(() -> client().authProvider(TURNING).build().connect())
                    .isInstanceOf(PgAuthException.class)
                    .hasMessage("the server refused the login: FATAL:  no");
            assertThat(server.cancelRequests()).isEmpty();
        }
    }

    @Test
    void whatNoProviderDeclaresEndsTheLoginByName() throws IOException {
        Turning other = new Turning(78, 6, Exposure.NOTHING);
        try (ScriptedBackend server = server(ASKING.expectEnd())) {
            assertThatThrownBy(() -> client().authProvider(other).build().connect())
                    .isInstanceOfSatisfying(
                            PgAuthException.class,
                            thrown -> assertThat(thrown.kind()).isEqualTo(Kind.UNSUPPORTED))
                    .hasMessageContaining("authentication request 77");
            assertThat(server.cancelRequests()).isEmpty();
        }
    }

    @Test
    void thePolicyIsAskedAsForOthers() throws IOException {
        try (ScriptedBackend server = server(ASKING.expectEnd())) {
            Turning telling = new Turning(77, 6, Exposure.PASSWORD);
            PgClientBuilder never = client().authPolicy(AuthPolicy.DEFAULT.withCleartext(AuthPolicy.Cleartext.NEVER));
            assertThatThrownBy(() -> never.authProvider(telling).build().connect())
                    .isInstanceOf(PgAuthException.class)
                    .hasMessageContaining("method turning, which would give away the password");
            assertThat(server.cancelRequests()).isEmpty();
        }
    }

    @Test
    void itCanBeRequired() throws IOException {
        try (ScriptedBackend server = server(ASKING.expectEnd())) {
            PgClientBuilder md5 = client().authPolicy(AuthPolicy.DEFAULT.withRequireAuth("!turning"));
            assertThatThrownBy(() -> md5.authProvider(TURNING).build().connect())
                    .isInstanceOf(PgAuthException.class)
                    .hasMessageContaining("asks for method turning, but requireAuth is !turning");
            assertThat(server.cancelRequests()).isEmpty();
        }
    }

    /** What is declared to the codec may not change from one connection to the next. */
    @Test
    void itsLengthIsAskedForOnce() {
        AtomicInteger asked = new AtomicInteger();
        AuthProvider fickle = new Forgetful(asked);
        FakeServer server = FakeServer.loggedIn();
        assertThat(server.client().authProvider(fickle).build().connect().isOpen())
                .isTrue();
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, already", "7, 0, already", "12, 6, already", "77, -1, -1 bytes", "77, 1025, 1025 bytes"})
    void whatCannotBeDeclaredMakesNoClient(int code, int length, String why) {
        PgClientBuilder builder = client().authProvider(new Turning(code, length, Exposure.NOTHING));
        assertThatThrownBy(builder::build)
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("login method turning cannot be used")
                .hasMessageContaining("login request " + code)
                .hasMessageContaining(why);
    }
}
