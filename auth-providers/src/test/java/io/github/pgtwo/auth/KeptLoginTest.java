package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KerberosTicket;
import org.junit.jupiter.api.Test;

/** Which tickets are worth keeping. */
class KeptLoginTest {
    private static final String GRANTING = "krbtgt/EXAMPLE.COM@EXAMPLE.COM";

    private static KerberosTicket ticket(String server, Duration left) {
        return new KerberosTicket(
                new byte[1],
                new KerberosPrincipal("alice@EXAMPLE.COM"),
                new KerberosPrincipal(server),
                new byte[16],
                17,
                null,
                null,
                null,
                Date.from(Instant.now().plus(left)),
                null,
                null);
    }

    private static boolean lasts(KerberosTicket... tickets) {
        return KeptLogin.lasts(new Subject(false, Set.of(), Set.of(), Set.of((Object[]) tickets)));
    }

    @Test
    void aLoginLastsAsLongAsTheTicketThatGetsOthers() throws Exception {
        assertThat(lasts(ticket(GRANTING, Duration.ofHours(1)))).isTrue();
        assertThat(lasts(ticket(GRANTING, Duration.ofSeconds(30))))
                .as("ends during a login")
                .isFalse();
        assertThat(lasts(ticket(GRANTING, Duration.ofHours(-1)))).isFalse();
        assertThat(lasts(ticket("postgres/localhost@EXAMPLE.COM", Duration.ofHours(1))))
                .isFalse();
        assertThat(lasts()).isFalse();
        KerberosTicket destroyed = ticket(GRANTING, Duration.ofHours(1));
        destroyed.destroy();
        assertThat(lasts(destroyed)).isFalse();
    }
}
