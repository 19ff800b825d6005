package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.testkit.internal.Expect;
import java.io.IOException;
import java.util.List;

/** The provider and an example for it. */
record Login(AuthProvider provider, Example example) {

    /** The one answer to an exchange that has to succeed; says nothing of whether it is right. */
    Bytes answer(ScriptedExchange exchange) throws IOException {
        provider.authenticate(exchange);
        List<Bytes> sent = exchange.sent();
        Expect.that(sent.size() == 1, "the provider has sent " + sent.size() + " answers instead of one");
        return sent.get(0);
    }

    /** The failure of an exchange that must not succeed. */
    AuthenticationException refusal(ScriptedExchange exchange, String why) throws IOException {
        try {
            provider.authenticate(exchange);
        } catch (AuthenticationException e) {
            return e;
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(
                    why + " ends in " + e.getClass().getName() + " instead of an AuthenticationException that tells it",
                    e);
        }
        throw new AssertionError(why + " does not end in an AuthenticationException");
    }
}
