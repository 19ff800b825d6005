package io.github.pgtwo.client;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.Exposure;
import java.io.IOException;

/** Login methods for tests of the client around them. */
public final class Providers {
    private Providers() {}

    /** What a method of a test does. */
    interface Answer {
        void give(AuthExchange exchange) throws IOException;
    }

    /** One that gives nothing away and proves nothing. */
    static AuthProvider of(String method, int code, Answer answer) {
        return of(method, code, Exposure.NOTHING, false, answer);
    }

    /** Sends the password as it is. */
    public static AuthProvider sending(String method, int code, Exposure exposure) {
        return of(
                method,
                code,
                exposure,
                false,
                exchange -> exchange.sendPassword(exchange.credential()
                        .orElseThrow(() ->
                                new AuthenticationException(AuthenticationException.Kind.NO_CREDENTIAL, "none is set"))
                        .encode(exchange.target().charset())));
    }

    /** One that lets the server prove itself. */
    static AuthProvider proving(String method, int code, Answer answer) {
        return of(method, code, Exposure.NOTHING, true, answer);
    }

    private static AuthProvider of(String method, int code, Exposure exposure, boolean proves, Answer answer) {
        return new AuthProvider() {
            @Override
            public String method() {
                return method;
            }

            @Override
            public int requestCode() {
                return code;
            }

            @Override
            public Exposure exposure() {
                return exposure;
            }

            @Override
            public boolean provesServer() {
                return proves;
            }

            @Override
            public void authenticate(AuthExchange exchange) throws IOException {
                answer.give(exchange);
            }
        };
    }
}
