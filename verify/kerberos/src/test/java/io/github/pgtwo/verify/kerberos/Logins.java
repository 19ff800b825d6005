package io.github.pgtwo.verify.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.auth.KerberosAuth;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.nio.file.Path;
import java.time.Duration;

/** Clients of alice's that log in by nothing but Kerberos, and what becomes of it. */
final class Logins {
    static final String USER = "alice@EXAMPLE.COM";

    private Logins() {}

    static PgClientBuilder client(Endpoint server) {
        return PgClient.builder()
                .serverProfile(ServerProfile.of(new ServerVersion(803, "one that knows nothing but logins")))
                .endpoint(server)
                .transport(new TcpTransport())
                .user("alice")
                .loginTimeout(Duration.ofSeconds(30))
                .authPolicy(AuthPolicy.DEFAULT.withRequireAuth("krb5"));
    }

    static PgClientBuilder byKeytab(Endpoint server, Path keytab) {
        return client(server)
                .authProvider(new KerberosAuth())
                .authOption("krb5.ticket", "keytab")
                .authOption("krb5.keytab", keytab.toString())
                .authOption("krb5.principal", USER);
    }

    static void assertLogsIn(PgClientBuilder client) {
        try (PgConnection connection = client.build().connect()) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    static void assertFails(PgClientBuilder client, Kind kind, String... messages) {
        assertThatThrownBy(() -> client.build().connect())
                .isInstanceOfSatisfying(
                        PgAuthException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(kind))
                .hasMessageContainingAll(messages);
    }
}
