package io.github.pgtwo.auth;

import io.github.pgtwo.auth.KerberosOptions.TicketOptions;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthenticationException;
import java.time.Duration;
import java.time.Instant;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosTicket;
import org.jspecify.annotations.Nullable;

/**
 * The latest login by a keytab, so that each connection does not ask the KDC for the same tickets. Thread-safe; those
 * who come at once, when there is none, each log in.
 */
final class KeptLogin {
    /** What is needed to run the dialogue. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    private volatile @Nullable Kept latest;

    private record Kept(TicketOptions options, Subject subject) {}

    /** The kept one, if it is for these options and lasts, or else a new one. */
    Subject subject(TicketOptions options, AuthExchange exchange) throws AuthenticationException {
        Kept kept = latest;
        return kept != null && kept.options.equals(options) && lasts(kept.subject)
                ? kept.subject
                : logIn(options, exchange);
    }

    /** The one before is not logged out, as other connections may be using its tickets. */
    private Subject logIn(TicketOptions options, AuthExchange exchange) throws AuthenticationException {
        Subject subject = KerberosLogin.of(options, exchange).subject();
        latest = new Kept(options, subject);
        return subject;
    }

    /** The server's key may have changed since its ticket was made. */
    void forget() {
        latest = null;
    }

    static boolean lasts(Subject subject) {
        Instant end = Instant.now().plus(LEAST);
        return subject.getPrivateCredentials(KerberosTicket.class).stream()
                .filter(ticket -> !ticket.isDestroyed())
                .anyMatch(ticket -> ticket.getServer().getName().startsWith("krbtgt/")
                        && ticket.getEndTime().toInstant().isAfter(end));
    }
}
