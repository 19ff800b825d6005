package io.github.pgtwo.spi;

import io.github.pgtwo.codec.Bytes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** One request of the server, as the provider that answers it sees it. Valid until the provider returns. */
public interface AuthExchange {

    /** Who logs in where. */
    AuthTarget target();

    /** The bytes behind the request's code, a salt for example; empty where the request has none. */
    Bytes challenge();

    /** Asks the application's credential source. The caller closes the secret; the client does so as well. */
    Optional<Secret> credential();

    /**
     * Sends a password packet: adds length and NUL, and wipes the array before it returns or throws.
     *
     * @param answer the text without NUL
     * @throws AuthenticationException if the answer holds a NUL
     * @throws IOException if the connection broke
     */
    void sendPassword(byte[] answer) throws IOException;

    /**
     * The bare connection, for requests 1, 2 and 6, which no password packet answers; all others want one.
     *
     * @throws IllegalStateException if the request is another one
     */
    default RawDialog raw() {
        throw new IllegalStateException("this request is answered by a password packet");
    }

    /** What the application has set for this provider: {@code krb5.serviceName} is here {@code serviceName}. */
    default Map<String, String> options() {
        return Map.of();
    }
}
