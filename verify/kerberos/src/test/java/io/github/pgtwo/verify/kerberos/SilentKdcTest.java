package io.github.pgtwo.verify.kerberos;

import static io.github.pgtwo.verify.kerberos.Logins.assertFails;

import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.verify.kerberos.KerberosServer.Script;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How long a KDC is waited for is said in krb5.conf: by itself Java would take three times 30 seconds. */
class SilentKdcTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(25)
    void theJvmsConfigurationBoundsTheWait() throws Exception {
        try (Kdc kdc = Kdc.start(folder);
                ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Kdc.configure(folder, silent.getLocalPort(), "kdc_timeout = 200", "max_retries = 1");
            try (KerberosServer server = KerberosServer.start(
                    kdc.serviceKeytab(), Script.of((request, reply) -> KerberosServer.welcome(reply)))) {
                assertFails(
                        Logins.byKeytab(server.endpoint(), kdc.userKeytab()),
                        Kind.NO_CREDENTIAL,
                        "no Kerberos ticket",
                        "timed out");
            }
        }
    }
}
