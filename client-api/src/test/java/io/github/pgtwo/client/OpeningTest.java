package io.github.pgtwo.client;

import static io.github.pgtwo.spi.TlsMode.ALLOW;
import static io.github.pgtwo.spi.TlsMode.DISABLE;
import static io.github.pgtwo.spi.TlsMode.PREFER;
import static io.github.pgtwo.spi.TlsMode.REQUIRE;
import static io.github.pgtwo.spi.TlsMode.VERIFY_CA;
import static io.github.pgtwo.spi.TlsMode.VERIFY_FULL;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.md5;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgProtocolRefusedException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.TlsException;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.spi.Transport;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each mode asks for, accepts, and tries next (section 10). */
class OpeningTest {
    private static final int REQUEST_LENGTH = 8;
    private static final int STARTUP_LENGTH = 296;
    private static final BackendMessage S = new SslResponse(true);
    private static final BackendMessage N = new SslResponse(false);
    private static final BackendMessage UNKNOWN = error("Unsupported frontend protocol.");
    private static final BackendMessage NO_ENTRY = error("FATAL:  no pg_hba.conf entry for host \"h\"\n");

    /** Gives out one server after the other. */
    private record Servers(Iterator<FakeServer> servers) implements Transport {
        @Override
        public String name() {
            return "servers";
        }

        @Override
        public boolean supports(Endpoint endpoint) {
            return true;
        }

        @Override
        public ByteStream open(Endpoint endpoint, Duration connectTimeout) {
            return servers.next();
        }
    }

    private static PgConnection connect(FakeTls tls, FakeServer... servers) {
        return client(tls, servers).build().connect();
    }

    private static PgClientBuilder client(FakeTls tls, FakeServer... servers) {
        return PgClient.builder()
                .serverProfile(Profiles.THIRTEEN)
                .transport(new Servers(List.of(servers).iterator()))
                .tls(tls)
                .endpoint(Endpoint.tcp("fake", 1))
                .user("alice")
                .database("shop");
    }

    private static FakeServer says(BackendMessage... first) {
        return new FakeServer().answer(first);
    }

    /** What lets alice in, behind something else. */
    private static FakeServer thenLetsIn(FakeServer server) {
        return server.answer(ok(), key(1, 2), ready());
    }

    private static boolean asked(FakeServer server) {
        return server.received().length >= REQUEST_LENGTH && server.received()[3] == REQUEST_LENGTH;
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"DISABLE", "ALLOW"})
    void somePreferToGoWithout(TlsMode mode) {
        FakeServer server = FakeServer.loggedIn();
        FakeTls tls = new FakeTls(mode);
        connect(tls, server);
        assertThat(asked(server)).isFalse();
        assertThat(tls.secured()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"PREFER", "REQUIRE", "VERIFY_CA", "VERIFY_FULL"})
    void othersAskAndBeginTlsBeforeTheyNameTheUser(TlsMode mode) {
        FakeServer server = thenLetsIn(says(S));
        FakeTls tls = new FakeTls(mode);
        connect(tls, server);
        assertThat(tls.before()).containsExactly(0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f);
        assertThat(server.received()[REQUEST_LENGTH + 2])
                .as("the startup packet")
                .isEqualTo((byte) 1);
    }

    @Test
    void preferTakesANoOnTheSameConnection() {
        FakeServer server = thenLetsIn(says(N));
        FakeTls tls = new FakeTls(PREFER);
        connect(tls, server);
        assertThat(tls.secured()).isZero();
        assertThat(server.received().length).isEqualTo(REQUEST_LENGTH + STARTUP_LENGTH);
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"REQUIRE", "VERIFY_CA", "VERIFY_FULL"})
    void othersTakeNoNo(TlsMode mode) {
        FakeServer server = thenLetsIn(says(N));
        assertThatThrownBy(() -> connect(new FakeTls(mode), server))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("does not offer TLS")
                .hasMessageContaining("mode " + mode)
                .hasMessageContaining("ssl = on");
        assertThat(server.received()).hasSize(REQUEST_LENGTH);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void preferConnectsAnewWhereTheRequestIsUnknown() {
        FakeServer old = says(UNKNOWN);
        FakeServer again = FakeServer.loggedIn();
        assertThat(connect(new FakeTls(PREFER), old, again).isOpen()).isTrue();
        assertThat(old.closed()).isTrue();
        assertThat(asked(again)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"REQUIRE", "VERIFY_CA", "VERIFY_FULL"})
    void othersDoNot(TlsMode mode) {
        FakeServer old = says(UNKNOWN);
        assertThatThrownBy(() -> connect(new FakeTls(mode), old, FakeServer.loggedIn()))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("servers before 7.0")
                .hasMessageEndingWith("Unsupported frontend protocol.");
        assertThat(old.closed()).isTrue();
    }

    @Test
    void preferGoesOnWithoutAfterAFailedHandshake() {
        FakeServer again = FakeServer.loggedIn();
        FakeTls tls = new FakeTls(PREFER).failing(new TlsException("unknown root"));
        assertThat(connect(tls, says(S), again).isOpen()).isTrue();
        assertThat(asked(again)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"REQUIRE", "VERIFY_CA", "VERIFY_FULL"})
    void othersFailWithIt(TlsMode mode) {
        FakeServer server = says(S);
        FakeTls tls = new FakeTls(mode).failing(new TlsException("unknown root"));
        assertThatThrownBy(() -> connect(tls, server, FakeServer.loggedIn()))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("unknown root")
                .hasCauseInstanceOf(TlsException.class);
        assertThat(server.received()).hasSize(REQUEST_LENGTH);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void noModeGoesOnAfterSilence() {
        FakeTls tls = new FakeTls(PREFER).failing(new SocketTimeoutException("late"));
        assertThatThrownBy(() -> connect(tls, says(S), FakeServer.loggedIn()))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("handshake has not ended in time");
        assertThatThrownBy(() -> connect(new FakeTls(PREFER), new FakeServer().silentAtEnd(), FakeServer.loggedIn()))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("not answered in time");
    }

    /** What comes behind the S was put there by somebody who cannot speak TLS for the server. */
    @Test
    void bytesBehindTheAnswerEndTheConnectionInEveryMode() {
        for (TlsMode mode : List.of(PREFER, REQUIRE, VERIFY_CA, VERIFY_FULL)) {
            FakeServer server = says(S, ok(), key(1, 2), ready());
            FakeTls tls = new FakeTls(mode);
            assertThatThrownBy(() -> connect(tls, server, FakeServer.loggedIn()))
                    .isInstanceOf(PgProtocolException.class)
                    .hasMessageContaining("no TLS handshake protects");
            assertThat(tls.secured()).isZero();
            assertThat(server.closed()).isTrue();
        }
    }

    @Test
    void anAnswerThatIsNoneEndsTheConnection() {
        FakeServer server = new FakeServer().raw(new byte[] {'Y'});
        assertThatThrownBy(() -> connect(new FakeTls(PREFER), server, FakeServer.loggedIn()))
                .isInstanceOf(PgProtocolException.class);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void preferTriesWithoutWhenTheServerRefusesUnderTls() {
        FakeServer refusing = says(S).answer(NO_ENTRY);
        FakeServer again = FakeServer.loggedIn();
        assertThat(connect(new FakeTls(PREFER), refusing, again).isOpen()).isTrue();
        assertThat(refusing.closed()).isTrue();
        assertThat(asked(again)).isFalse();
    }

    @Test
    void allowTriesWithTlsWhenTheServerRefusesWithout() {
        FakeServer again = thenLetsIn(says(S));
        FakeTls tls = new FakeTls(ALLOW);
        assertThat(connect(tls, says(NO_ENTRY), again).isOpen()).isTrue();
        assertThat(tls.secured()).isEqualTo(1);
    }

    @Test
    void allowTellsTheFirstRefusalWhereThereIsNoTls() {
        for (BackendMessage answer : List.of(N, UNKNOWN)) {
            assertThatThrownBy(() -> connect(new FakeTls(ALLOW), says(NO_ENTRY), says(answer)))
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("no pg_hba.conf entry")
                    .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        }
    }

    @Test
    void theSecondRefusalIsTheLast() {
        assertThatThrownBy(() ->
                        connect(new FakeTls(ALLOW), says(NO_ENTRY), says(S).answer(error("FATAL:  really not\n"))))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("really not")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"REQUIRE", "VERIFY_CA", "VERIFY_FULL"})
    void othersTryNothingElse(TlsMode mode) {
        assertThatThrownBy(() -> connect(new FakeTls(mode), says(S).answer(NO_ENTRY), FakeServer.loggedIn()))
                .isInstanceOf(PgServerException.class);
    }

    /** An answer may have given something away; no second one is given over a weaker channel. */
    @Test
    void aLoginThatWasAnsweredIsNotRepeated() {
        FakeServer refusing = says(S).answer(md5(0x5b3c9a01)).answer(error("FATAL:  password authentication failed\n"));
        PgClientBuilder builder = client(new FakeTls(PREFER), refusing, FakeServer.loggedIn())
                .authProvider(Providers.of("md5", 5, exchange -> exchange.sendPassword(new byte[] {'x'})));
        assertThatThrownBy(() -> builder.build().connect()).isInstanceOf(PgAuthException.class);
    }

    @Test
    void aProtocolThatIsRefusedIsRefusedEitherWay() {
        FakeServer refusing = says(S).answer(error("FATAL:  unsupported frontend protocol 2.0: server supports 3.0\n"));
        assertThatThrownBy(() -> connect(new FakeTls(PREFER), refusing, FakeServer.loggedIn()))
                .isInstanceOf(PgProtocolRefusedException.class);
    }

    @Test
    void unixSocketsGoWithout() {
        FakeServer server = FakeServer.loggedIn();
        client(new FakeTls(VERIFY_FULL), server)
                .endpoint(Endpoint.unix("/tmp", 5432))
                .build()
                .connect();
        assertThat(asked(server)).isFalse();
    }

    @Test
    void withoutAnyChoiceThereIsNoTls() {
        FakeServer server = FakeServer.loggedIn();
        server.client().build().connect();
        assertThat(asked(server)).isFalse();
        assertThat(Arrays.asList(TlsMode.values())).startsWith(DISABLE);
    }
}
