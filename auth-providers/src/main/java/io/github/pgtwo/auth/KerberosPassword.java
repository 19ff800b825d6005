package io.github.pgtwo.auth;

import io.github.pgtwo.auth.KerberosOptions.TicketOptions;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthenticationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;

/** Answers Java's login module, which asks only if the ticket is to come from a password. */
final class KerberosPassword implements CallbackHandler, AutoCloseable {
    private final TicketOptions options;
    private final AuthExchange exchange;
    private char[] given = {};

    KerberosPassword(TicketOptions options, AuthExchange exchange) {
        this.options = options;
        this.exchange = exchange;
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(options.principal().isEmpty() ? exchange.target().user() : options.principal());
            } else if (callback instanceof PasswordCallback password) {
                given = password();
                password.setPassword(given);
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private char[] password() throws AuthenticationException {
        byte[] encoded = Passwords.encoded(exchange);
        CharBuffer decoded = exchange.target().charset().decode(ByteBuffer.wrap(encoded));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        decoded.rewind();
        while (decoded.hasRemaining()) {
            decoded.put('\0');
        }
        Arrays.fill(encoded, (byte) 0);
        return characters;
    }

    @Override
    public void close() {
        Arrays.fill(given, '\0');
    }
}
