package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.embedded.EmbeddedServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything that logins print where all is logged, in a JVM of its own, has nothing of the password. */
class SecretsInLogsTest {
    private static final String PASSWORD = "n0body-sh0uld-s33-th1s";
    private static final Pattern MD5 = Pattern.compile("md5[0-9a-f]{32}");

    @Test
    void noSecretIsPrintedAtAnyLevel() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.builder()
                .hba("host all by_password 127.0.0.1/32 password")
                .sql(
                        "create role by_md5 login password '" + PASSWORD + "'",
                        "create role by_password login password '" + PASSWORD + "'",
                        "create role other login password 'other'")
                .start()) {
            ChildJvm child = ChildJvm.run(
                    List.of("-Dslf4j.provider=" + PrintingLogs.class.getName()),
                    ChildJvm.classPath(),
                    TracedLogins.class,
                    EmbeddedServer.HOST,
                    String.valueOf(server.port()),
                    PASSWORD,
                    "by_md5",
                    "by_password",
                    "other");
            assertThat(child.exit()).as(child.output()).isZero();
            assertThat(child.output())
                    .as("what was looked through")
                    .contains("DEBUG io.github.pgtwo.client", "F PasswordPacket ***", "Secret[redacted]")
                    .contains("password authentication failed for user \"other\"")
                    .containsSubsequence("in: ", "in: ")
                    .as("what must not be there")
                    .doesNotContain(PASSWORD)
                    .doesNotContainPattern(MD5);
        }
    }
}
