package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Exposure;
import java.io.IOException;
import java.util.Arrays;

/**
 * Method {@code crypt} (section 4.3), of servers up to 8.3: the password through crypt(3), of which only the first
 * eight bytes count, and of each seven bits. Who sees the exchange finds these with little work. From 7.2 on servers
 * refuse it where they store the password as an MD5 hash.
 */
public final class CryptAuth implements AuthProvider {
    /** Needs no configuration. */
    public CryptAuth() {}

    @Override
    public String method() {
        return "crypt";
    }

    @Override
    public int requestCode() {
        return 4;
    }

    @Override
    public Exposure exposure() {
        return Exposure.REVERSIBLE;
    }

    @Override
    public void authenticate(AuthExchange exchange) throws IOException {
        byte[] salt = exchange.challenge().toByteArray();
        for (byte digit : salt) {
            if (UnixCrypt.DIGITS.indexOf(digit) < 0) {
                throw new AuthenticationException(Kind.PROTOCOL, "the server's salt holds the byte " + digit);
            }
        }
        byte[] password = Passwords.encoded(exchange);
        try {
            exchange.sendPassword(UnixCrypt.crypt(password, salt));
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }
}
