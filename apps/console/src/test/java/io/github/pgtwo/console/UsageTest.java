package io.github.pgtwo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.settings.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--bogus | 1 | pgtwo: unrecognized option '--bogus'; try \"\"pgtwo --help\"\"",
                "-y | 1 | pgtwo: invalid option -- 'y'; try \"\"pgtwo --help\"\"",
                "-Aty | 1 | pgtwo: invalid option -- 'y'; try \"\"pgtwo --help\"\"",
                "-h | 1 | pgtwo: option requires an argument -- 'h'; try \"\"pgtwo --help\"\"",
                "--host | 1 | pgtwo: option '--host' requires an argument; try \"\"pgtwo --help\"\"",
                "--no-align=x | 1 | pgtwo: option '--no-align' doesn't allow an argument; try \"\"pgtwo --help\"\"",
                "-pabc | 2 | pgtwo: error: invalid value \"\"abc\"\" for connection option \"\"port\"\": is no whole number",
                "-p99999 | 2 | pgtwo: error: invalid value \"\"99999\"\" for connection option \"\"port\"\": is not within 1 to 65535",
                "service=x | 2 | pgtwo: error: definition of service \"\"x\"\" not found",
                "host=x y | 2 | pgtwo: error: there is no \"\"=\"\" behind the word at position 8 of the connection string",
            })
    void namesWhatIsWrong(String argument, int status, String complaint) {
        assertThat(Run.of(argument)).isEqualTo(new Run(status, "", unquoted(complaint)));
    }

    private static String unquoted(String text) {
        return text.replace("\"\"", "\"") + "\n";
    }

    @Test
    void helpsAndTellsItsVersion() {
        assertThat(Run.of("--help").out()).contains("--embedded").contains("PGPASSWORD");
        assertThat(Run.of("-?")).isEqualTo(Run.of("--help"));
        assertThat(Run.of("-V").out()).startsWith("pgtwo ");
    }

    @Test
    void takesEachFormOfAnOption() {
        for (String words : List.of("-h x -U y", "-hx -Uy", "--host=x --username=y", "--host x --username y")) {
            assertThat(OptionParser.parse(List.of(words.split(" ")))
                            .connection()
                            .asMap())
                    .isEqualTo(Map.of(Setting.HOST, "x", Setting.USER, "y"));
        }
    }

    @Test
    void takesBundlesAndKeepsCommandsInOrder() {
        Options options = OptionParser.parse(List.of("-AtF;", "-Xc", "one", "--command=two", "-cthree"));
        assertThat(options.flags()).containsExactlyInAnyOrder(Flag.NO_ALIGN, Flag.TUPLES_ONLY, Flag.NO_PSQLRC);
        assertThat(options.separator()).isEqualTo(";");
        assertThat(options.commands()).containsExactly("one", "two", "three");
    }

    @Test
    void tellsConnectionStringsFromDatabases() {
        assertThat(OptionParser.parse(List.of("host=x port=1", "joe")).target().asMap())
                .isEqualTo(Map.of(Setting.HOST, "x", Setting.PORT, "1"));
        assertThat(OptionParser.parse(List.of("-dpostgresql://x", "-U", "joe"))
                        .target()
                        .asMap())
                .isEqualTo(Map.of(Setting.HOST, "x"));
        assertThat(OptionParser.parse(List.of("-dhost=x", "-dapp")).target().asMap())
                .isEmpty();
    }

    @Test
    void takesDatabaseAndUserFromOtherWords() {
        assertThat(OptionParser.parse(List.of("app", "-A", "joe")).connection().asMap())
                .isEqualTo(Map.of(Setting.DBNAME, "app", Setting.USER, "joe"));
        assertThat(OptionParser.parse(List.of("-dapp", "joe")).connection().asMap())
                .isEqualTo(Map.of(Setting.DBNAME, "app", Setting.USER, "joe"));
        assertThat(OptionParser.parse(List.of("--", "-A")).connection().asMap())
                .isEqualTo(Map.of(Setting.DBNAME, "-A"));
        assertThat(OptionParser.parse(List.of("app", "joe", "x")).surplus()).containsExactly("x");
    }

    @Test
    void keepsHostAndPortFromTheEmbeddedServer() {
        assertThat(Run.of("--embedded", "-p", "1").err()).startsWith("pgtwo: option '--embedded' chooses its own port");
        assertThat(Run.of("--embedded", "postgresql://somewhere").status()).isEqualTo(1);
    }
}
