package io.github.pgtwo.examples;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.spi.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;

/** Answers a server that asks RADIUS or PAM: the password, and behind it the code of the moment. */
public final class PinAndCodeAuth implements AuthProvider {
    private final Supplier<byte[]> codes;

    /** With where codes come from, a fresh array each time. */
    public PinAndCodeAuth(Supplier<byte[]> codes) {
        this.codes = codes;
    }

    @Override
    public String method() {
        return "pin-and-code"; // its name in requireAuth, in discover(...) and before its options
    }

    @Override
    public int requestCode() {
        return 3; // the server asks for a cleartext password
    }

    @Override
    public Exposure exposure() {
        return Exposure.PASSWORD; // so that the policy asks for a verified server
    }

    @Override
    public void authenticate(AuthExchange exchange) throws IOException {
        try (Secret secret = exchange.credential()
                .orElseThrow(() -> new AuthenticationException(Kind.NO_CREDENTIAL, "no PIN is set"))) {
            byte[] pin = secret.encode(exchange.target().charset());
            byte[] code = codes.get();
            byte[] answer = Arrays.copyOf(pin, pin.length + code.length);
            System.arraycopy(code, 0, answer, pin.length, code.length);
            Arrays.fill(pin, (byte) 0);
            Arrays.fill(code, (byte) 0);
            exchange.sendPassword(answer); // frames, sends and wipes it
        }
    }
}
