package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Providers against the answers that real servers accepted. */
class ProvidersTest {
    private static final Bytes SALT = Bytes.of((byte) 0x5b, (byte) 0x3c, (byte) 0x9a, (byte) 0x01);

    @Test
    void md5AnswersAsInTheWorkedExample() throws IOException {
        assertAnswer(new Md5Auth(), "alice", "secret", SALT, "md56b053709c9e73224174a1f026a8cd17d");
    }

    @Test
    void md5TakesSaltBytesAsBytes() throws IOException {
        Bytes salt = Bytes.of((byte) 0x93, (byte) 0xf1, (byte) 0x01, (byte) 0xff);
        assertAnswer(new Md5Auth(), "postgres", "secret", salt, "md5734e0a3ed0586b12b11df17d652c49c3");
    }

    @Test
    void cleartextAnswersWithThePassword() throws IOException {
        assertAnswer(new CleartextAuth(), "alice", "pässwörd", Bytes.EMPTY, "pässwörd");
    }

    @Test
    void cryptAnswersAsTheLibraryDoes() throws IOException {
        assertAnswer(new CryptAuth(), "alice", "sekrit12", Bytes.utf8("ab"), "abBWV6ANCjYzs");
    }

    private static void assertAnswer(AuthProvider provider, String user, String password, Bytes salt, String answer)
            throws IOException {
        FakeExchange exchange = new FakeExchange(user, password, salt);
        provider.authenticate(exchange);
        assertThat(exchange.sent()).isEqualTo(answer.getBytes(StandardCharsets.UTF_8));
        assertThat(exchange.characters()).as("the password afterwards").containsOnly('\0');
    }

    @Test
    void withoutAPasswordNothingIsSent() {
        for (AuthProvider provider : new AuthProvider[] {new CleartextAuth(), new CryptAuth(), new Md5Auth()}) {
            Bytes salt = provider.requestCode() == 4 ? Bytes.utf8("ab") : SALT;
            FakeExchange none = new FakeExchange("alice", null, salt);
            assertThatThrownBy(() -> provider.authenticate(none))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("none is set");
            FakeExchange empty = new FakeExchange("alice", "", salt);
            assertThatThrownBy(() -> provider.authenticate(empty)).hasMessageContaining("empty");
            assertThat(none.sent()).isNull();
            assertThat(empty.sent()).isNull();
        }
    }

    @Test
    void serviceLoaderFindsThem() {
        assertThat(ServiceLoader.load(AuthProvider.class))
                .extracting(AuthProvider::method, AuthProvider::requestCode)
                .containsExactlyInAnyOrder(
                        tuple("password", 3), tuple("krb5", 2), tuple("crypt", 4), tuple("md5", 5), tuple("creds", 6));
    }
}
