package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Exposure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Method {@code krb4} (section 4.6), of servers up to 8.0: only how Kerberos V4 is sent, as no implementation of it
 * is left; what is sent comes from the application. It has not been run against a real server. The server proves
 * nothing, so that the policy has to name the method.
 */
public final class KerberosV4Auth implements AuthProvider {
    private static final int LONGEST = 1250;
    private static final byte[] VERSIONS = "AUTHV0.1PGVER4.1".getBytes(StandardCharsets.US_ASCII);

    private final Tickets tickets;

    /** Makes the application's requests. */
    @FunctionalInterface
    public interface Tickets {
        /**
         * The application request for the server: 1 to 1250 bytes.
         *
         * @throws IOException if there is no ticket
         */
        byte[] applicationRequest(AuthTarget target) throws IOException;
    }

    /** With where requests come from. */
    public KerberosV4Auth(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public String method() {
        return "krb4";
    }

    @Override
    public int requestCode() {
        return 1;
    }

    @Override
    public Exposure exposure() {
        return Exposure.NOTHING;
    }

    @Override
    public void authenticate(AuthExchange exchange) throws IOException {
        byte[] request = tickets.applicationRequest(exchange.target());
        if (request.length < 1 || request.length > LONGEST) {
            throw new AuthenticationException(
                    Kind.NO_CREDENTIAL,
                    "an application request of " + request.length + " bytes is not within 1 to 1250");
        }
        exchange.raw()
                .write(ByteBuffer.allocate(VERSIONS.length + Integer.BYTES + request.length)
                        .put(VERSIONS)
                        .putInt(request.length)
                        .put(request)
                        .array());
    }
}
