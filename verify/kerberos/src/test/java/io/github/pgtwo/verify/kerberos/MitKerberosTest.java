package io.github.pgtwo.verify.kerberos;

import static io.github.pgtwo.verify.kerberos.KerberosServer.message;
import static io.github.pgtwo.verify.kerberos.Logins.assertFails;
import static io.github.pgtwo.verify.kerberos.Logins.assertLogsIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.auth.KerberosAuth;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Endpoint;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kerberos V5 with MIT's KDC, to MIT's krb5_recvauth, called as servers do. */
@Tag("mit")
@Timeout(120)
class MitKerberosTest {
    private static final int STARTUP_LENGTH = 296;
    private static final String FAILED =
            "; the server says: FATAL:  Kerberos 5 authentication failed for user \"alice\"";

    @TempDir
    private static Path folder;

    private static MitRealm realm;

    @BeforeAll
    static void startKdc() throws Exception {
        Postmaster.compile();
        realm = MitRealm.start(folder);
    }

    @AfterAll
    static void stopKdc() throws Exception {
        if (realm != null) {
            realm.close();
        }
    }

    private static PgClientBuilder byKeytab(Endpoint server) {
        return Logins.byKeytab(server, realm.userKeytab());
    }

    private static PgClientBuilder byCache(Endpoint server, Path cache) {
        return Logins.client(server).authProvider(new KerberosAuth()).authOption("krb5.cache", cache.toString());
    }

    private static PgClientBuilder byPassword(Endpoint server, String password) {
        return Logins.client(server)
                .authProvider(new KerberosAuth())
                .authOption("krb5.ticket", "password")
                .password(password::toCharArray);
    }

    @Test
    void theTicketComesFromAKeytabACacheOrAPassword() throws Exception {
        try (Postmaster server = Postmaster.start(realm)) {
            for (PgClientBuilder client : new PgClientBuilder[] {
                byKeytab(server.endpoint()),
                byCache(server.endpoint(), realm.kinit()),
                byPassword(server.endpoint(), "wonder"),
                byKeytab(server.endpoint()).authOption("krb5.mutual", "false")
            }) {
                assertLogsIn(client);
                assertThat(server.next()).isEqualTo("alice: a ticket of alice");
            }
        }
    }

    @Test
    void serversUpTo7_0HaveTheirOwnService() throws Exception {
        try (Postmaster server = Postmaster.start(realm, "postgres_dbms", "PGVER5.1", 0)) {
            assertLogsIn(byKeytab(server.endpoint())
                    .authOption("krb5.serviceName", "postgres_dbms")
                    .authOption("krb5.appVersion", "PGVER5.1")
                    .authOption("krb5.mutual", "false"));
            assertThat(server.next()).isEqualTo("alice: a ticket of alice");
        }
    }

    @Test
    void withoutATicketNothingIsSaidBehindTheStartupPacket() throws Exception {
        try (Postmaster server = Postmaster.start(realm);
                Middleman middleman = new Middleman(server.port(), UnaryOperator.identity())) {
            assertFails(
                    byCache(middleman.endpoint(), folder.resolve("none")),
                    Kind.NO_CREDENTIAL,
                    "there is no valid Kerberos ticket in " + folder.resolve("none"));
            assertThat(middleman.said()).isEqualTo(STARTUP_LENGTH);
            assertFails(
                    byPassword(server.endpoint(), "wrong"),
                    Kind.NO_CREDENTIAL,
                    "the Kerberos password or key is wrong");
            assertFails(
                    byKeytab(server.endpoint()).authOption("krb5.serviceName", "nobody"),
                    Kind.NO_CREDENTIAL,
                    "there is no Kerberos ticket for the server");
        }
    }

    @Test
    void aTicketForAnotherServiceIsRefused() throws Exception {
        try (Postmaster server = Postmaster.start(realm)) {
            assertFails(
                    byKeytab(server.endpoint()).authOption("krb5.servicePrincipal", "other/localhost@EXAMPLE.COM"),
                    Kind.REJECTED_BY_SERVER,
                    "the ticket is not for this server: its principal or keytab is another one",
                    "(KRB-ERROR 35",
                    FAILED);
        }
    }

    @Test
    void anotherApplicationVersionIsRefused() throws Exception {
        try (Postmaster server = Postmaster.start(realm, "postgres", "other", 0)) {
            assertFails(
                    byKeytab(server.endpoint()),
                    Kind.REJECTED_BY_SERVER,
                    "the server's Kerberos service name is not \"postgres\"",
                    FAILED);
        }
    }

    @Test
    void aClockThatIsAheadIsNamed() throws Exception {
        try (Postmaster server = Postmaster.start(realm, "postgres", "postgres", 3600)) {
            assertFails(
                    byKeytab(server.endpoint()),
                    Kind.REJECTED_BY_SERVER,
                    "the clocks of client and server differ too much (KRB-ERROR 37",
                    FAILED);
            assertThat(server.next()).startsWith("alice: Clock skew too great");
        }
    }

    @Test
    void somebodyElsesTicketIsRefusedBehindTheWholeDialogue() throws Exception {
        try (Postmaster server = Postmaster.start(realm)) {
            assertFails(
                    byKeytab(server.endpoint()).user("bob"),
                    Kind.REJECTED_BY_SERVER,
                    "the server refused the login: FATAL:  Kerberos 5 authentication failed for user \"bob\"");
            assertThat(server.next()).isEqualTo("bob: a ticket of alice");
        }
    }

    @Test
    void anErrorInThePlaceOfTheFirstAnswerIsTheServers() throws Exception {
        try (Postmaster server = Postmaster.start(realm)) {
            assertFails(
                    byKeytab(server.endpoint()).user("stranger"),
                    Kind.REJECTED_BY_SERVER,
                    "the server refused the login: FATAL:  role \"stranger\" does not exist");
        }
    }

    private static void assertNotProven(UnaryOperator<byte[]> altered) throws Exception {
        try (Postmaster server = Postmaster.start(realm);
                Middleman middleman = new Middleman(server.port(), altered)) {
            assertFails(
                    byKeytab(middleman.endpoint()), Kind.SERVER_NOT_PROVEN, "the server could not prove its identity");
            assertThat(server.next()).isEqualTo("alice: a ticket of alice");
        }
    }

    @Test
    void aProofThatIsNotTheServersIsNone() throws Exception {
        assertNotProven(reply -> {
            reply[reply.length - 1] ^= 1;
            return message(reply);
        });
        assertNotProven(reply -> new byte[0]);
        assertNotProven(reply -> message(new byte[0]));
    }

    @Test
    void theMiddlemanAltersNothingElse() throws Exception {
        try (Postmaster server = Postmaster.start(realm);
                Middleman middleman = new Middleman(server.port(), KerberosServer::message)) {
            assertLogsIn(byKeytab(middleman.endpoint()));
        }
    }

    @Test
    void theTicketOfAKeytabIsKeptWhileItLasts() throws Exception {
        try (Postmaster server = Postmaster.start(realm)) {
            long before = realm.logins("alice");
            PgClientBuilder client = byKeytab(server.endpoint());
            assertLogsIn(client);
            assertLogsIn(client);
            assertThat(realm.logins("alice") - before).isEqualTo(1);
            PgClientBuilder brief = Logins.byKeytab(server.endpoint(), realm.briefKeytab())
                    .authOption("krb5.principal", "brief@EXAMPLE.COM")
                    .user("brief");
            assertLogsIn(brief);
            assertLogsIn(brief);
            assertThat(realm.logins("brief")).isEqualTo(2);
        }
    }

    @Test
    void aKeptTicketThatTheServerCannotReadIsForgotten() throws Exception {
        try (Postmaster server = Postmaster.start(realm)) {
            PgClientBuilder client = byKeytab(server.endpoint());
            assertLogsIn(client);
            realm.makeKeys();
            assertFails(client, Kind.REJECTED_BY_SERVER, "(KRB-ERROR 44", FAILED);
            assertLogsIn(client);
        }
    }
}
