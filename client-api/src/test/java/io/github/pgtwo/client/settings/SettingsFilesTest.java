package io.github.pgtwo.client.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that settings come from or name. */
class SettingsFilesTest {
    @TempDir
    private Path home;

    private ConnectionPlan plan(String string) {
        return ConnectionSettings.parse(string).complete(new Surroundings(Map.of(), "joe", home, warning -> {}));
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----, true", "r--------, true", "rw--w----, false", "rw-r-x---, false", "rw-r---w-, false"})
    void keysOfRootMayBeReadByTheGroupAndNoMore(String rights, boolean are) {
        assertThat(TlsFiles.lendsOnlyToGroup(PosixFilePermissions.fromString(rights)))
                .isEqualTo(are);
    }

    @Test
    void mistakesOfServiceFilesHaveALine() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), "[till]\n\nfrob=1\n");
        assertThatThrownBy(() -> plan("service=till"))
                .isInstanceOfSatisfying(
                        PgSettingsException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(Problem.SYNTAX))
                .hasMessageContaining(".pg_service.conf\", line 3");
    }

    @Test
    void whatCannotBeTheNameOfAFileIsNamed() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), "[till]\npassfile=a\0b\n");
        assertThatThrownBy(() -> plan("service=till"))
                .isInstanceOf(PgSettingsException.class)
                .hasMessageContaining("\"passfile\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PGSERVICEFILE", "PGSYSCONFDIR", "HOME"})
    void variablesThatCannotBeTheNameOfAFileAreNamed(String variable) {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
        environment.put(variable, "a\0b");
        assertThatThrownBy(() -> ConnectionSettings.parse("service=till").complete(Surroundings.of(environment)))
                .isInstanceOfSatisfying(
                        PgSettingsException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(Problem.VALUE))
                .hasMessageContaining("\"" + variable + "\"");
    }

    @Test
    void serviceFilesAreNotReadWithoutAnEnd() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> plan("service=till"))
                .isInstanceOf(PgSettingsException.class)
                .hasMessageContaining("more than 1 MiB");
    }

    @Test
    void ignoredPasswordFilesAreWarnedOf() throws IOException {
        Path file = home.resolve(".pgpass");
        Files.writeString(file, "*:*:*:*:secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        List<String> warnings = new ArrayList<>();
        ConnectionPlan plan = ConnectionSettings.NONE.complete(new Surroundings(Map.of(), "joe", home, warnings::add));
        assertThat(warnings).isEmpty();
        assertThat(new PasswordFile(file, warnings::add).password(List.of("h", "1", "d", "u")))
                .isEmpty();
        assertThat(new PasswordFile(home, warnings::add).password(List.of("h", "1", "d", "u")))
                .isEmpty();
        assertThat(warnings)
                .containsExactly(
                        "password file \"" + file
                                + "\" has group or world access; permissions should be u=rw (0600) or less",
                        "password file \"" + home + "\" is not a plain file");
        assertThat(plan.hosts()).hasSize(1);
    }
}
