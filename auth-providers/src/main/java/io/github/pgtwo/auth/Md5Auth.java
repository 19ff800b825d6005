package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.Exposure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Method {@code md5} (section 4.3): {@code "md5" hex(MD5(hex(MD5(password user)) salt))}. Who sees the
 * exchange can try guesses off line, and what the server stores is as good as the password.
 */
public final class Md5Auth implements AuthProvider {
    private static final byte[] PREFIX = "md5".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Needs no configuration. */
    public Md5Auth() {}

    @Override
    public String method() {
        return "md5";
    }

    @Override
    public int requestCode() {
        return 5;
    }

    @Override
    public Exposure exposure() {
        return Exposure.GUESSABLE;
    }

    @Override
    public void authenticate(AuthExchange exchange) throws IOException {
        byte[] user = exchange.target().user().getBytes(exchange.target().charset());
        byte[] password = Passwords.encoded(exchange);
        try {
            exchange.sendPassword(answer(user, password, exchange.challenge().toByteArray()));
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static byte[] answer(byte[] user, byte[] password, byte[] salt) throws AuthenticationException {
        byte[] digest = Md5.of(password, user);
        byte[] stored = hex(new byte[0], digest);
        try {
            return hex(PREFIX, Md5.of(stored, salt));
        } finally {
            // what servers store is as good as the password
            Arrays.fill(digest, (byte) 0);
            Arrays.fill(stored, (byte) 0);
        }
    }

    private static byte[] hex(byte[] prefix, byte[] digest) {
        byte[] text = Arrays.copyOf(prefix, prefix.length + 2 * digest.length);
        for (int i = 0; i < digest.length; i++) {
            text[prefix.length + 2 * i] = DIGITS[digest[i] >> 4 & 0xf];
            text[prefix.length + 2 * i + 1] = DIGITS[digest[i] & 0xf];
        }
        return text;
    }
}
