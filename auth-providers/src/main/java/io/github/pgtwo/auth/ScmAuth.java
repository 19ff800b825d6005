package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Exposure;
import java.io.IOException;

/**
 * Method {@code creds} (section 4.4), of servers 7.2 to 9.0 on some systems: one byte over a Unix socket, with which
 * the server's kernel tells whose process sends it. FreeBSD wants data with the byte that Java cannot send. It has
 * been run against a server of a test only, on no BSD. The server proves nothing, so that the policy has to name the
 * method.
 */
public final class ScmAuth implements AuthProvider {
    private final String system;

    /** Needs no configuration. */
    public ScmAuth() {
        this(System.getProperty("os.name", ""));
    }

    ScmAuth(String system) {
        this.system = system;
    }

    @Override
    public String method() {
        return "creds";
    }

    @Override
    public int requestCode() {
        return 6;
    }

    @Override
    public Exposure exposure() {
        return Exposure.NOTHING;
    }

    @Override
    public void authenticate(AuthExchange exchange) throws IOException {
        if (!exchange.target().channel().local()) {
            throw new AuthenticationException(
                    Kind.PROTOCOL, "the server asks for what only a Unix socket can carry, over another channel");
        }
        if (system.equals("FreeBSD")) {
            throw new AuthenticationException(
                    Kind.UNSUPPORTED,
                    "on FreeBSD the server wants credentials that Java cannot send; an administrator can choose md5"
                            + " instead of ident in pg_hba.conf");
        }
        exchange.raw().write(new byte[1]);
    }
}
