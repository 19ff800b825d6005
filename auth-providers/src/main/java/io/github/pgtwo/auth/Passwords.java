package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Secret;
import java.util.Optional;

/** How the providers come by the password's bytes. */
final class Passwords {
    private Passwords() {}

    /** The password in the target's charset, for the caller to wipe. */
    static byte[] encoded(AuthExchange exchange) throws AuthenticationException {
        Optional<Secret> credential = exchange.credential();
        if (credential.isEmpty()) {
            throw new AuthenticationException(Kind.NO_CREDENTIAL, "the server asks for a password, and none is set");
        }
        try (Secret secret = credential.get()) {
            if (secret.isEmpty()) {
                throw new AuthenticationException(Kind.NO_CREDENTIAL, "the password is empty; servers refuse that");
            }
            return secret.encode(exchange.target().charset());
        }
    }
}
