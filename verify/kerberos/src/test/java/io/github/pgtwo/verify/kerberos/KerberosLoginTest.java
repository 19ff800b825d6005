package io.github.pgtwo.verify.kerberos;

import static io.github.pgtwo.verify.kerberos.KerberosServer.error;
import static io.github.pgtwo.verify.kerberos.KerberosServer.in;
import static io.github.pgtwo.verify.kerberos.KerberosServer.message;
import static io.github.pgtwo.verify.kerberos.KerberosServer.welcome;
import static io.github.pgtwo.verify.kerberos.Logins.assertFails;
import static io.github.pgtwo.verify.kerberos.Logins.assertLogsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.auth.KerberosAuth;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.verify.kerberos.KerberosServer.Answer;
import io.github.pgtwo.verify.kerberos.KerberosServer.Said;
import io.github.pgtwo.verify.kerberos.KerberosServer.Script;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Properties;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kerberos V5 with a KDC, over TCP, to an acceptor that is not ours. */
@Timeout(120)
class KerberosLoginTest {
    private static final Answer WELCOME = (request, reply) -> welcome(reply);
    private static final String FAILED = "FATAL:  Kerberos 5 authentication failed for user \"alice\"";

    @TempDir
    private static Path folder;

    private static Kdc kdc;

    @BeforeAll
    static void startKdc() throws Exception {
        kdc = Kdc.start(folder);
    }

    @AfterAll
    static void stopKdc() throws Exception {
        kdc.close();
    }

    private static PgClientBuilder client(KerberosServer server) {
        return Logins.client(server.endpoint());
    }

    private static PgClientBuilder byKeytab(KerberosServer server) {
        return Logins.byKeytab(server.endpoint(), kdc.userKeytab());
    }

    private static KerberosServer serve(Script script) throws Exception {
        return KerberosServer.start(kdc.serviceKeytab(), script);
    }

    @Test
    void theTicketComesFromAKeytabAPasswordACacheOrASubject() throws Exception {
        try (KerberosServer server = serve(Script.of(WELCOME))) {
            Properties before = (Properties) System.getProperties().clone();
            assertLogsIn(byKeytab(server));
            assertLogsIn(client(server)
                    .authProvider(new KerberosAuth())
                    .authOption("krb5.ticket", "password")
                    .password("wonder"::toCharArray));
            assertLogsIn(client(server)
                    .authProvider(new KerberosAuth())
                    .authOption("krb5.cache", kdc.cache().toString()));
            Subject subject = Kdc.login(Logins.USER, kdc.userKeytab(), true);
            PgClientBuilder ofSubject = client(server).authProvider(new KerberosAuth(() -> subject));
            assertLogsIn(ofSubject);
            assertLogsIn(ofSubject);
            assertThat(System.getProperties()).as("the JVM's settings").isEqualTo(before);
        }
    }

    @Test
    void aDiscoveredProviderLogsIn() throws Exception {
        try (KerberosServer server = serve(Script.of(WELCOME))) {
            assertLogsIn(client(server)
                    .discover()
                    .authOption("krb5.cache", kdc.cache().toString()));
        }
    }

    @Test
    void theOldProfileProvesNothing() throws Exception {
        try (KerberosServer server = serve(Script.of(WELCOME))) {
            assertLogsIn(
                    byKeytab(server).authOption("krb5.appVersion", "PGVER5.1").authOption("krb5.mutual", "false"));
        }
    }

    @Test
    void theServersPrincipalCanBeNamed() throws Exception {
        try (KerberosServer server = serve(Script.of(WELCOME))) {
            assertLogsIn(byKeytab(server).authOption("krb5.servicePrincipal", Kdc.SERVICE));
            assertFails(
                    byKeytab(server).authOption("krb5.servicePrincipal", "nobody/localhost@EXAMPLE.COM"),
                    Kind.NO_CREDENTIAL,
                    "no Kerberos ticket for the server");
        }
    }

    @Test
    void byteByByte() throws Exception {
        try (KerberosServer server = serve(Script.of(WELCOME).byteByByte())) {
            assertLogsIn(byKeytab(server));
        }
    }

    @Test
    void theServerClosesAtAnyByte() throws Exception {
        Subject subject = Kdc.login(Logins.USER, kdc.userKeytab(), true);
        // request, answer to the versions, empty error, length of the AP-REP and some of it, then the rest in steps
        for (int bytes : new int[] {0, 1, 4, 5, 6, 7, 9, 10, 12, 14, 15, 30, 60, 90}) {
            try (KerberosServer server = serve(Script.of(WELCOME).closingBehind(bytes))) {
                PgClient client = client(server)
                        .authProvider(new KerberosAuth(() -> subject))
                        .build();
                assertThatThrownBy(client::connect)
                        .as("closed behind %s bytes", bytes)
                        .isInstanceOf(PgTransportException.class);
            }
        }
    }

    private static void assertRefuses(Script script, Kind kind, String... messages) throws Exception {
        try (KerberosServer server = serve(script)) {
            assertFails(byKeytab(server), kind, messages);
        }
    }

    @Test
    void whatServersRefuse() throws Exception {
        byte[] failed = error(FAILED + "\n");
        assertRefuses(
                Script.refusing(Said.outside(new byte[] {1}).then(failed)),
                Kind.REJECTED_BY_SERVER,
                "SENDAUTH",
                FAILED);
        assertRefuses(
                Script.refusing(Said.outside(new byte[] {2}).then(failed)),
                Kind.REJECTED_BY_SERVER,
                "krb_srvname",
                FAILED);
        assertRefuses(
                Script.refusing(Said.outside().then(failed)),
                Kind.REJECTED_BY_SERVER,
                "the server refused the login: " + FAILED);
        byte[] skew = HexFormat.of().parseHex("7e073005a603020125");
        Answer krbError = (request, reply) -> Said.outside(message(skew)).then(failed);
        assertRefuses(Script.of(krbError), Kind.REJECTED_BY_SERVER, "clocks", "KRB-ERROR 37", FAILED);
        Answer otherUser =
                (request, reply) -> Said.outside(new byte[4], message(reply)).then(failed);
        assertRefuses(Script.of(otherUser), Kind.REJECTED_BY_SERVER, "the server refused the login: " + FAILED);
    }

    @Test
    void anotherServiceNameIsExplained() throws Exception {
        try (KerberosServer server = serve(Script.of(WELCOME))) {
            assertFails(
                    byKeytab(server)
                            .authOption("krb5.serviceName", "pg")
                            .authOption("krb5.servicePrincipal", Kdc.SERVICE),
                    Kind.REJECTED_BY_SERVER,
                    "service name is not \"pg\"",
                    FAILED);
        }
    }

    @Test
    void anErrorBehindAuthenticationOkIsTheServers() throws Exception {
        byte[] ok = {'R', 0, 0, 0, 0};
        Answer unknownRole = (request, reply) ->
                Said.outside(new byte[4], message(reply)).then(ok, error("FATAL:  user \"alice\" does not exist\n"));
        try (KerberosServer server = serve(Script.of(unknownRole))) {
            assertThatThrownBy(() -> byKeytab(server).build().connect())
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void anImpostorIsNotedWhateverItSays() throws Exception {
        Answer garbage = (request, reply) ->
                Said.outside(new byte[4], message(new byte[90])).then(in());
        assertRefuses(Script.of(garbage), Kind.SERVER_NOT_PROVEN, "could not prove its identity");
        Answer echo =
                (request, reply) -> Said.outside(new byte[4], message(request)).then(in());
        assertRefuses(Script.of(echo), Kind.SERVER_NOT_PROVEN, "could not prove its identity");
        Answer spoilt = (request, reply) -> {
            reply[reply.length - 1] ^= 1;
            return Said.outside(new byte[4], message(reply)).then(in());
        };
        assertRefuses(Script.of(spoilt), Kind.SERVER_NOT_PROVEN, "could not prove its identity");
        Answer missing = (request, reply) -> Said.outside(new byte[4]).then(in());
        assertRefuses(Script.of(missing), Kind.SERVER_NOT_PROVEN, "could not prove its identity");
        Answer nothing = (request, reply) -> Said.outside().then(in());
        assertRefuses(Script.of(nothing), Kind.SERVER_NOT_PROVEN, "could not prove its identity");
        Answer tooLong = (request, reply) -> Said.outside(new byte[4], new byte[] {0, 1, 0, 1}, reply);
        assertRefuses(Script.of(tooLong), Kind.SERVER_NOT_PROVEN, "could not prove its identity");
    }

    @Test
    void withoutATicketTheServerHearsNothing() throws Exception {
        try (KerberosServer server = serve(Script.of(WELCOME))) {
            PgClientBuilder noCache = client(server)
                    .authProvider(new KerberosAuth())
                    .authOption("krb5.cache", folder.resolve("none").toString());
            assertFails(noCache, Kind.NO_CREDENTIAL, "no valid Kerberos ticket", "kinit");
            PgClientBuilder wrong = client(server)
                    .authProvider(new KerberosAuth())
                    .authOption("krb5.ticket", "password")
                    .password("wrong"::toCharArray);
            assertFails(wrong, Kind.NO_CREDENTIAL, "password or key is wrong");
            PgClientBuilder none =
                    client(server).authProvider(new KerberosAuth()).authOption("krb5.ticket", "password");
            assertFails(none, Kind.NO_CREDENTIAL, "none is set");
            PgClientBuilder nobody = byKeytab(server).authOption("krb5.principal", "nobody@EXAMPLE.COM");
            assertFails(nobody, Kind.NO_CREDENTIAL, "keytab");
            PgClientBuilder typo = byKeytab(server).authOption("krb5.tiket", "cache");
            assertFails(typo, Kind.UNSUPPORTED, "krb5.tiket does not exist");
        }
    }
}
