package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.md5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.spi.AuthProvider;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Whatever the code of others throws during a login, the connection is closed. */
class FailingProvidersTest {
    @Test
    void aProviderThatSendsNothingOrThrowsEndsTheLogin() {
        assertLoginFails(Providers.of("test", 5, exchange -> {}), "has given no answer");
        assertLoginFails(
                Providers.of("test", 5, exchange -> {
                    throw new IllegalStateException("provider");
                }),
                "login by test failed: provider");
        assertLoginFails(
                Providers.of("test", 5, exchange -> sneak(new TimeoutException("checked"))), "failed: checked");
        assertLoginFails(
                Providers.of("test", 5, exchange -> exchange.sendPassword(new byte[] {'a', 0, 'b'})), "holds a NUL");
    }

    /** As languages do that know no checked exceptions. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception failure) throws E {
        throw (E) failure;
    }

    @Test
    void aProviderThatFailsBadlyLeavesNoConnectionOpen() {
        FakeServer server = new FakeServer().answer(md5(0x5b3c9a01)).silentAtEnd();
        AuthProvider bad = Providers.of("test", 5, exchange -> {
            throw new StackOverflowError("bad");
        });
        assertThatThrownBy(() -> server.client().authProvider(bad).build().connect())
                .isInstanceOf(StackOverflowError.class);
        assertThat(server.closed()).isTrue();
    }

    private static void assertLoginFails(AuthProvider provider, String message) {
        FakeServer server = new FakeServer().answer(md5(0x5b3c9a01)).silentAtEnd();
        PgClient client = server.client().authProvider(provider).build();
        assertThatThrownBy(client::connect).isInstanceOf(PgAuthException.class).hasMessageContaining(message);
        assertThat(server.closed()).isTrue();
    }
}
