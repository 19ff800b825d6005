package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.embedded.EmbeddedServer;
import org.junit.jupiter.api.Test;

/** Login methods as the server asks for them; TLS that verifies nothing changes nothing for them. */
class LoginTest extends EveryServer {
    private PgClient user(String name, String password) {
        return clientOf(server()).user(name).password(password::toCharArray).build();
    }

    private static void assertLoggedIn(PgClient client, String user) {
        try (PgConnection connection = client.connect()) {
            assertThat(connection.query("select current_user").rows().get(0).text(0))
                    .isEqualTo(user);
        }
    }

    @Test
    void trust() {
        assertLoggedIn(clientOf(server()).build(), EmbeddedServer.SUPERUSER);
    }

    @Test
    void md5() {
        assertLoggedIn(user("by_md5", "by_md5"), "by_md5");
    }

    @Test
    void cleartextOnlyWhereThePolicyAllowsIt() {
        assertThatThrownBy(() -> user("by_password", "by_password").connect())
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("would give away the password");
        PgClient willing = clientOf(server())
                .user("by_password")
                .password("by_password"::toCharArray)
                .authPolicy(AuthPolicy.DEFAULT.withCleartext(AuthPolicy.Cleartext.ALWAYS))
                .build();
        assertLoggedIn(willing, "by_password");
    }

    @Test
    void wrongPassword() {
        assertThatThrownBy(() -> user("by_md5", "wrong").connect())
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("password authentication failed for user \"by_md5\"");
    }

    @Test
    void unknownUserLooksLikeAWrongPassword() {
        assertThatThrownBy(() -> user("nobody_here", "x").connect())
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("nobody_here");
    }

    @Test
    void rejected() {
        assertThatThrownBy(() -> user("by_nothing", "by_nothing").connect())
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        refused -> assertThat(refused.fatal()).isTrue())
                .hasMessageContaining("rejects connection");
    }

    /** It fails only after AuthenticationOk. */
    @Test
    void unknownDatabase() {
        assertThatThrownBy(() ->
                        clientOf(server()).database("no_such_database").build().connect())
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("database \"no_such_database\" does not exist");
    }
}
