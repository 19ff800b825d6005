package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Exposure;
import java.io.IOException;

/**
 * Method {@code password}: sends the password as it is (section 4.2). Stands behind pam, ldap and radius
 * as well.
 */
public final class CleartextAuth implements AuthProvider {
    /** Needs no configuration. */
    public CleartextAuth() {}

    @Override
    public String method() {
        return "password";
    }

    @Override
    public int requestCode() {
        return 3;
    }

    @Override
    public Exposure exposure() {
        return Exposure.PASSWORD;
    }

    @Override
    public void authenticate(AuthExchange exchange) throws IOException {
        exchange.sendPassword(Passwords.encoded(exchange));
    }
}
