package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.md5;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.RawDialog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Logins that talk outside of messages. */
class RawDialogTest {
    private static final int STARTUP_LENGTH = 296;
    private static final BackendMessage RAW = new Authentication.KerberosV5();

    private final List<String> heard = new ArrayList<>();

    private PgConnection connect(FakeServer server, Providers.Answer answer) {
        return server.client()
                .loginTimeout(Duration.ofSeconds(5))
                .authProvider(Providers.proving("krb5", 2, answer))
                .build()
                .connect();
    }

    /** Says hello, wants three bytes and then one. */
    private void talk(RawDialog dialog) throws IOException {
        dialog.write(bytes("hello"));
        heard.add(new String(dialog.read(3), StandardCharsets.US_ASCII));
        assertThat(dialog.errorFollows()).isFalse();
        heard.add(new String(dialog.read(1), StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] wire(BackendMessage... messages) {
        WireWriter out = new WireWriter();
        for (BackendMessage message : messages) {
            message.write(out);
        }
        return out.take().toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        WireWriter out = new WireWriter();
        for (byte[] part : parts) {
            out.bytes(Bytes.wrap(part));
        }
        return out.take().toByteArray();
    }

    private void assertTalked(FakeServer server) {
        assertThat(connect(server, exchange -> talk(exchange.raw())).isOpen()).isTrue();
        assertThat(heard).containsExactly("abc", "d");
        byte[] sent = server.received();
        assertThat(Arrays.copyOfRange(sent, STARTUP_LENGTH, STARTUP_LENGTH + 5)).isEqualTo(bytes("hello"));
    }

    @Test
    void everythingInOneSegment() {
        assertTalked(new FakeServer().raw(join(wire(RAW), bytes("abcd"), wire(ok(), key(1, 2), ready()))));
    }

    @Test
    void oneByteInEachSegment() {
        FakeServer server = new FakeServer();
        for (byte each : join(wire(RAW), bytes("abcd"), wire(ok(), key(1, 2), ready()))) {
            server.raw(new byte[] {each});
        }
        assertTalked(server);
    }

    @Test
    void theServerClosesAtAnyByte() {
        byte[] all = join(wire(RAW), bytes("abcd"), wire(ok(), key(1, 2), ready()));
        for (int length = 0; length < all.length; length++) {
            FakeServer server = new FakeServer();
            if (length > 0) {
                server.raw(Arrays.copyOf(all, length));
            }
            assertThatThrownBy(() -> connect(server, exchange -> talk(exchange.raw())))
                    .as("closed behind %s bytes", length)
                    .isInstanceOf(PgTransportException.class);
            assertThat(server.closed()).isTrue();
        }
    }

    @Test
    void silenceEndsWithTheTimeOfTheLogin() {
        FakeServer server = new FakeServer().answer(RAW).raw(bytes("ab")).silentAtEnd();
        assertThatThrownBy(() -> connect(server, exchange -> talk(exchange.raw())))
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("in time");
    }

    /** As by one that asks somebody else first. */
    @Test
    void aProviderThatTakesTooLongSaysNothing() {
        FakeServer server = new FakeServer().answer(RAW).silentAtEnd();
        var slow = Providers.proving("krb5", 2, exchange -> {
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS))
                    .join();
            exchange.raw().write(bytes("x"));
        });
        assertThatThrownBy(() -> server.client()
                        .loginTimeout(Duration.ofSeconds(1))
                        .authProvider(slow)
                        .build()
                        .connect())
                .isInstanceOf(PgTransportException.class)
                .hasMessageContaining("the login took longer than it may");
        assertThat(server.received()).hasSize(STARTUP_LENGTH);
    }

    @Test
    void anErrorInThePlaceOfAnAnswerIsLeftToTheClient() {
        FakeServer server = new FakeServer().answer(RAW).answer(error("FATAL:  user \"alice\" does not exist\n"));
        assertThatThrownBy(() -> connect(server, exchange -> {
                    exchange.raw().write(bytes("x"));
                    assertThat(exchange.raw().errorFollows()).isTrue();
                }))
                .isInstanceOfSatisfying(
                        PgAuthException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(Kind.REJECTED_BY_SERVER))
                .hasMessage("the server refused the login: FATAL:  user \"alice\" does not exist");
    }

    @Test
    void whatTheServerSaysBehindARefusalIsTold() {
        FakeServer server = new FakeServer()
                .answer(RAW)
                .raw(join(bytes("2"), wire(error("FATAL:  Kerberos 5 authentication failed for user \"alice\"\n"))));
        assertThatThrownBy(() -> connect(server, exchange -> {
                    exchange.raw().write(bytes("x"));
                    exchange.raw().read(1);
                    throw new AuthenticationException(Kind.REJECTED_BY_SERVER, "other version");
                }))
                .hasMessage("login by krb5 failed: other version; the server says: "
                        + "FATAL:  Kerberos 5 authentication failed for user \"alice\"");
        assertThat(server.closed()).isTrue();
    }

    @Test
    void aProviderThatSaysNothingEndsTheLogin() {
        for (Providers.Answer silent : List.<Providers.Answer>of(
                exchange -> {}, exchange -> exchange.raw().errorFollows())) {
            FakeServer server = new FakeServer().answer(RAW).answer(ok(), key(1, 2), ready());
            assertThatThrownBy(() -> connect(server, silent))
                    .isInstanceOf(PgAuthException.class)
                    .hasMessage("login by krb5 has given no answer");
        }
    }

    @Test
    void theDialogueEndsWhenItsProviderReturns() {
        List<RawDialog> kept = new ArrayList<>();
        FakeServer server = new FakeServer().answer(RAW).answer(ok(), key(1, 2), ready());
        connect(server, exchange -> {
            kept.add(exchange.raw());
            kept.get(0).write(bytes("x"));
        });
        assertThatThrownBy(() -> kept.get(0).read(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.get(0).errorFollows()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.get(0).write(bytes("x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRequestForAPasswordHasNoDialogue() {
        FakeServer server = new FakeServer().answer(md5(0x5b3c9a01));
        var md5 = Providers.of("md5", 5, exchange -> exchange.raw().write(bytes("x")));
        assertThatThrownBy(() -> server.client().authProvider(md5).build().connect())
                .hasMessageContaining("request 5 is answered by a password packet");
        assertThat(server.received()).hasSize(STARTUP_LENGTH);
    }

    @Test
    void noPeerDecidesHowMuchIsRead() {
        FakeServer server = new FakeServer().answer(RAW);
        assertThatThrownBy(() -> connect(server, exchange -> exchange.raw().read(65_537)))
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("65537");
    }

    /** What lies beneath an encryption; reading more than is asked for would take bytes that are encrypted. */
    @Test
    void beneathAnEncryptionOnlyWhatIsAskedForIsRead() {
        FakeServer socket = new FakeServer().raw(bytes("abcdREST"));
        FakeServer server = new FakeServer().answer(RAW).answer(ok(), key(1, 2), ready());
        server.beneath(socket);
        assertThat(connect(server, exchange -> talk(exchange.raw())).isOpen()).isTrue();
        assertThat(heard).containsExactly("abc", "d");
        assertThat(socket.received()).isEqualTo(bytes("hello"));
        assertThat(server.received()).hasSize(STARTUP_LENGTH);
        assertThat(socket.left()).isEqualTo(4);
    }

    @Test
    void beneathAnEncryptionNothingMayBeLeftOver() {
        FakeServer early = new FakeServer().answer(RAW, ok(), key(1, 2), ready());
        early.beneath(new FakeServer());
        assertThatThrownBy(() -> connect(early, exchange -> talk(exchange.raw())))
                .hasMessageContaining("more behind its request");
        FakeServer late = new FakeServer().answer(RAW).answer(ok(), key(1, 2), ready());
        late.beneath(new FakeServer().raw(bytes("a")));
        assertThatThrownBy(() -> connect(late, exchange -> {
                    exchange.raw().write(bytes("x"));
                    exchange.raw().errorFollows();
                }))
                .hasMessageContaining("more beneath the encryption");
    }

    private static FakeServer recordBeneath(int type, FakeServer encrypted) {
        encrypted.beneath(new FakeServer().raw(new byte[] {(byte) type}).silentAtEnd());
        return encrypted;
    }

    private void assertAnswersWithinTheEncryption(FakeServer server, Class<?> thrown, String message) {
        assertThatThrownBy(() -> connect(server, exchange -> {
                    exchange.raw().write(bytes("x"));
                    assertThat(exchange.raw().errorFollows()).isTrue();
                }))
                .isInstanceOf(thrown)
                .hasMessageContaining(message);
        assertThat(server.closed()).isTrue();
    }

    @Test
    void anEncryptedErrorInThePlaceOfAnAnswerBeneathIsLeftToTheClient() {
        FakeServer server = recordBeneath(0x17, new FakeServer().answer(RAW).answer(error("FATAL:  no such role\n")));
        assertAnswersWithinTheEncryption(
                server, PgAuthException.class, "the server refused the login: FATAL:  no such role");
        assertThat(server.takenBack()).containsExactly(0x17);
    }

    @Test
    void anEncryptedLoginInThePlaceOfAnAnswerBeneathIsNone() {
        FakeServer server = recordBeneath(0x17, new FakeServer().answer(RAW).answer(ok(), key(1, 2), ready()));
        assertAnswersWithinTheEncryption(
                server, PgAuthException.class, "could not prove its identity: it goes on within");
    }

    @Test
    void anAlertInThePlaceOfAnAnswerBeneathIsHeard() {
        FakeServer server = recordBeneath(0x15, new FakeServer().answer(RAW));
        assertAnswersWithinTheEncryption(server, PgTransportException.class, "has closed the connection");
    }
}
