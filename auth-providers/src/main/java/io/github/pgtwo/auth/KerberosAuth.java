package io.github.pgtwo.auth;

import io.github.pgtwo.auth.KerberosOptions.Source;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Exposure;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Method {@code krb5} (section 4.5), of servers up to 9.3: Kerberos V5, in which the server proves itself as well. Needs
 * the modules {@code java.security.jgss} and {@code jdk.security.auth}, and what the JVM knows of the realm, as
 * from {@code krb5.conf}, which also says how long a KDC is waited for.
 *
 * <table>
 * <caption>Options, each behind {@code krb5.}</caption>
 * <tr><td>{@code serviceName}</td><td>the server's {@code krb_srvname}; {@code postgres} if not set</td></tr>
 * <tr><td>{@code servicePrincipal}</td><td>the server's whole principal, if it is not that name at the endpoint's
 *     host</td></tr>
 * <tr><td>{@code ticket}</td><td>{@code cache}, if not set: what kinit has left; {@code keytab}, whose latest ticket
 *     is kept while it lasts; {@code password}, which the application's credential source is asked for; {@code process}:
 *     what the JVM's own settings say</td></tr>
 * <tr><td>{@code cache}, {@code keytab}</td><td>a file instead of the usual one</td></tr>
 * <tr><td>{@code principal}</td><td>who logs in, if it is not the default</td></tr>
 * <tr><td>{@code appVersion}, {@code mutual}</td><td>{@code PGVER5.1} and {@code false} for servers up to 7.0, which
 *     prove nothing</td></tr>
 * </table>
 */
public final class KerberosAuth implements AuthProvider {
    private final @Nullable Supplier<Subject> subjects;
    private final KeptLogin kept = new KeptLogin();

    /** Gets a ticket as the options say. */
    public KerberosAuth() {
        subjects = null;
    }

    /** Uses the tickets of a subject of the application, which is asked for at each login and left as it is. */
    public KerberosAuth(Supplier<Subject> subjects) {
        this.subjects = subjects;
    }

    @Override
    public String method() {
        return "krb5";
    }

    @Override
    public int requestCode() {
        return 2;
    }

    @Override
    public Exposure exposure() {
        return Exposure.NOTHING;
    }

    /** Unless the application has given that up by {@code krb5.mutual}. */
    @Override
    public boolean provesServer() {
        return true;
    }

    @Override
    public void authenticate(AuthExchange exchange) throws IOException {
        KerberosOptions options = KerberosOptions.of(exchange.options());
        try {
            if (subjects != null) {
                prove(exchange, options, Optional.of(subjects.get()));
            } else if (options.ticket().source() == Source.PROCESS) {
                prove(exchange, options, Optional.empty());
            } else if (options.ticket().source() == Source.KEYTAB) {
                proveByKeptLogin(exchange, options);
            } else {
                proveByLogin(exchange, options);
            }
        } catch (NoClassDefFoundError e) {
            throw new AuthenticationException(
                    Kind.UNSUPPORTED, "this Java runtime was made without java.security.jgss, which Kerberos needs", e);
        }
    }

    private void proveByKeptLogin(AuthExchange exchange, KerberosOptions options) throws IOException {
        try {
            prove(exchange, options, Optional.of(kept.subject(options.ticket(), exchange)));
        } catch (AuthenticationException e) {
            kept.forget();
            throw e;
        }
    }

    private static void proveByLogin(AuthExchange exchange, KerberosOptions options) throws IOException {
        try (KerberosLogin login = KerberosLogin.of(options.ticket(), exchange)) {
            prove(exchange, options, Optional.of(login.subject()));
        }
    }

    private static void prove(AuthExchange exchange, KerberosOptions options, Optional<Subject> subject)
            throws IOException {
        try (GssProof proof = GssProof.of(options, exchange.target(), subject)) {
            SendAuth.run(exchange.raw(), proof, options.appVersion(), options.mutual());
        }
    }
}
