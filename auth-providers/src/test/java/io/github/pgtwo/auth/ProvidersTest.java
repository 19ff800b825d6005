package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.testkit.auth.ScriptedExchange;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What all providers have in common and their contract leaves open. */
class ProvidersTest {
    @Test
    void aMissingPasswordIsToldFromAnEmptyOne() {
        for (AuthProvider provider : List.of(new CleartextAuth(), new CryptAuth(), new Md5Auth())) {
            Bytes salt = Bytes.utf8(provider.requestCode() == 4 ? "ab" : "abcd");
            assertRefused(provider, ScriptedExchange.withoutPassword("alice", salt), "none is set");
            assertRefused(provider, ScriptedExchange.of("alice", salt, ""), "empty");
        }
    }

    private static void assertRefused(AuthProvider provider, ScriptedExchange exchange, String why) {
        assertThatThrownBy(() -> provider.authenticate(exchange))
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(Kind.NO_CREDENTIAL))
                .hasMessageContaining(why);
        assertThat(exchange.sent()).isEmpty();
    }

    @Test
    void serviceLoaderFindsThem() {
        assertThat(ServiceLoader.load(AuthProvider.class))
                .extracting(AuthProvider::method, AuthProvider::requestCode)
                .containsExactlyInAnyOrder(
                        tuple("password", 3), tuple("krb5", 2), tuple("crypt", 4), tuple("md5", 5), tuple("creds", 6));
    }
}
