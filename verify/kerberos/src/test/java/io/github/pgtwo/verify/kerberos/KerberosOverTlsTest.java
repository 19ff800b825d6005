package io.github.pgtwo.verify.kerberos;

import static io.github.pgtwo.verify.kerberos.KerberosServer.error;
import static io.github.pgtwo.verify.kerberos.KerberosServer.in;
import static io.github.pgtwo.verify.kerberos.KerberosServer.message;
import static io.github.pgtwo.verify.kerberos.KerberosServer.welcome;
import static io.github.pgtwo.verify.kerberos.Logins.assertFails;
import static io.github.pgtwo.verify.kerberos.Logins.assertLogsIn;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.tls.Tls;
import io.github.pgtwo.verify.kerberos.KerberosServer.Answer;
import io.github.pgtwo.verify.kerberos.KerberosServer.Said;
import io.github.pgtwo.verify.kerberos.KerberosServer.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialogue of Kerberos beneath real TLS, in whose records everything else goes. */
@Timeout(120)
@ParameterizedClass
@ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
record KerberosOverTlsTest(String version) {
    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .build();
    private static final String FAILED = "FATAL:  Kerberos 5 authentication failed for user \"alice\"";

    @TempDir
    private static Path folder;

    private static Kdc kdc;

    @BeforeAll
    static void startKdc() throws Exception {
        kdc = Kdc.start(folder);
        Files.writeString(folder.resolve("root.crt"), CERTIFICATE.certificatePem());
    }

    @AfterAll
    static void stopKdc() throws Exception {
        kdc.close();
    }

    private static KerberosServer serve(Script script) throws Exception {
        return KerberosServer.start(
                kdc.serviceKeytab(),
                script,
                new HandshakeCertificates.Builder()
                        .heldCertificate(CERTIFICATE)
                        .build()
                        .sslContext());
    }

    private PgClientBuilder client(KerberosServer server) throws IOException {
        return Logins.byKeytab(server.endpoint(), kdc.userKeytab())
                .tls(Tls.builder(TlsMode.VERIFY_FULL)
                        .roots(folder.resolve("root.crt"))
                        .protocols(version)
                        .build());
    }

    private void assertRefuses(Script script, Kind kind, String... messages) throws Exception {
        try (KerberosServer server = serve(script)) {
            assertFails(client(server), kind, messages);
        }
    }

    private void assertRefuses(Answer answer, Kind kind, String... messages) throws Exception {
        assertRefuses(Script.of(answer), kind, messages);
    }

    @Test
    void logsIn() throws Exception {
        try (KerberosServer server = serve(Script.of((request, reply) -> welcome(reply)))) {
            assertLogsIn(client(server));
            assertLogsIn(
                    client(server).authOption("krb5.appVersion", "PGVER5.1").authOption("krb5.mutual", "false"));
        }
    }

    @Test
    void anErrorWithinTlsIsReadWhereverAnAnswerWasToCome() throws Exception {
        byte[] unknown = error("FATAL:  role \"alice\" does not exist\n");
        String told = "the server refused the login: FATAL:  role \"alice\" does not exist";
        assertRefuses(Script.refusing(Said.outside().then(unknown)), Kind.REJECTED_BY_SERVER, told);
        Answer atOnce = (request, reply) -> Said.outside().then(unknown);
        assertRefuses(atOnce, Kind.REJECTED_BY_SERVER, told);
        Answer insteadOfProof = (request, reply) -> Said.outside(new byte[4]).then(unknown);
        assertRefuses(insteadOfProof, Kind.REJECTED_BY_SERVER, told);
        Answer behindTheProof =
                (request, reply) -> Said.outside(new byte[4], message(reply)).then(unknown);
        assertRefuses(behindTheProof, Kind.REJECTED_BY_SERVER, told);
    }

    @Test
    void anErrorWithinTlsBehindARefusalBeneathItIsToldToo() throws Exception {
        byte[] failed = error(FAILED + "\n");
        assertRefuses(
                Script.refusing(Said.outside(new byte[] {2}).then(failed)),
                Kind.REJECTED_BY_SERVER,
                "krb_srvname",
                FAILED);
        byte[] skew = HexFormat.of().parseHex("7e073005a603020125");
        Answer krbError = (request, reply) -> Said.outside(message(skew)).then(failed);
        assertRefuses(krbError, Kind.REJECTED_BY_SERVER, "KRB-ERROR 37", FAILED);
    }

    /** The certificate may be anybody's, as far as Kerberos knows. */
    @Test
    void aServerThatSkipsItsProofIsNotBelieved() throws Exception {
        String unproven = "could not prove its identity: it goes on within the encryption";
        assertRefuses(Script.refusing(Said.outside().then(in())), Kind.SERVER_NOT_PROVEN, unproven);
        Answer atOnce = (request, reply) -> Said.outside().then(in());
        assertRefuses(atOnce, Kind.SERVER_NOT_PROVEN, unproven);
        Answer missing = (request, reply) -> Said.outside(new byte[4]).then(in());
        assertRefuses(missing, Kind.SERVER_NOT_PROVEN, unproven);
        Answer garbage = (request, reply) ->
                Said.outside(new byte[4], message(new byte[90])).then(in());
        assertRefuses(garbage, Kind.SERVER_NOT_PROVEN, "could not prove its identity");
    }
}
