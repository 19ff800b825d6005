package com.example.pgtwo;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.spi.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Method {@code hmac} of a server changed by its owner: to the request for MD5 the answer is an HMAC of its salt. */
public final class HmacAuth implements AuthProvider {
    private static final String ALGORITHM = "HmacSHA256";

    /** Needs no configuration. */
    public HmacAuth() {}

    @Override
    public String method() {
        return "hmac";
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
        byte[] password = password(exchange);
        try {
            byte[] digest = digest(password, exchange.challenge().toByteArray());
            exchange.sendPassword(HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static byte[] password(AuthExchange exchange) throws AuthenticationException {
        try (Secret secret = exchange.credential()
                .orElseThrow(() -> new AuthenticationException(Kind.NO_CREDENTIAL, "hmac needs a password"))) {
            if (secret.isEmpty()) {
                throw new AuthenticationException(Kind.NO_CREDENTIAL, "hmac needs a password, and it is empty");
            }
            return secret.encode(exchange.target().charset());
        }
    }

    private static byte[] digest(byte[] key, byte[] salt) throws AuthenticationException {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(salt);
        } catch (GeneralSecurityException e) {
            throw new AuthenticationException(Kind.UNSUPPORTED, "this JVM cannot compute " + ALGORITHM, e);
        }
    }
}
