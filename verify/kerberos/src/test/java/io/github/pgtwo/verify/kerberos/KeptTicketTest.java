package io.github.pgtwo.verify.kerberos;

import static io.github.pgtwo.verify.kerberos.Logins.assertFails;
import static io.github.pgtwo.verify.kerberos.Logins.assertLogsIn;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.verify.kerberos.KerberosServer.Script;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A KDC that has gone is missed only by those who have no ticket. */
@Timeout(120)
class KeptTicketTest {
    @TempDir
    private Path folder;

    @Test
    void aKeytabNeedsTheKdcOnce() throws Exception {
        Kdc kdc = Kdc.start(folder);
        try (KerberosServer server = KerberosServer.start(
                kdc.serviceKeytab(), Script.of((request, reply) -> KerberosServer.welcome(reply)))) {
            PgClientBuilder client = Logins.byKeytab(server.endpoint(), kdc.userKeytab());
            assertLogsIn(client);
            kdc.close();
            assertLogsIn(client);
            assertFails(Logins.byKeytab(server.endpoint(), kdc.userKeytab()), Kind.NO_CREDENTIAL, "no Kerberos ticket");
        }
    }
}
