package io.github.pgtwo.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.error.PgSettingsException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds what pgtwo makes of settings against what the real libpq made of them, which conventions.txt keeps. */
class ConventionsTest {
    private static final int AT_LEAST = 120;
    private static final Path DIFFERENCES = Path.of("../docs/conventions.md");

    /** What libpq says, to the kind of problem; what is not here is a value. */
    private static final Map<Pattern, Problem> KINDS = Map.of(
            Pattern.compile("missing \"=\"|unterminated|percent-encoded|IPv6|in URI \\(|key/value separator"),
            Problem.SYNTAX,
            Pattern.compile("syntax error in service|nested service"),
            Problem.SYNTAX,
            Pattern.compile("invalid connection option|invalid URI query parameter"),
            Problem.UNKNOWN,
            Pattern.compile("definition of service|service file \"[^\"]*\" not found"),
            Problem.SERVICE,
            Pattern.compile("root certificate file|private key file"),
            Problem.FILE);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> meansWhatLibpqMeans() throws IOException {
        return ConventionCase.all().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private void check(ConventionCase each) throws IOException {
        List<String> outcome = each.run(Files.createTempDirectory(folder, "case"));
        List<String> libpq = kind(each.libpq());
        if (each.difference().isEmpty()) {
            assertThat(outcome).isEqualTo(libpq);
        } else {
            assertThat(outcome).isEqualTo(each.own()).isNotEqualTo(libpq);
        }
    }

    private static List<String> kind(List<String> libpq) {
        String first = libpq.get(0);
        if (!first.startsWith("-> error ")) {
            return libpq;
        }
        return List.of("-> error "
                + KINDS.entrySet().stream()
                        .filter(kind -> kind.getKey().matcher(first).find())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(Problem.VALUE));
    }

    @Test
    void hasManyCasesOfItsOwnNames() throws IOException {
        List<String> names =
                ConventionCase.all().stream().map(ConventionCase::name).toList();
        assertThat(names).hasSizeGreaterThan(AT_LEAST).doesNotHaveDuplicates();
    }

    @Test
    void explainsEveryDifference() throws IOException {
        Map<String, String> named = new TreeMap<>();
        ConventionCase.all().forEach(each -> named.put(each.difference(), each.name()));
        named.remove("");
        String explained = Files.readString(DIFFERENCES);
        assertThat(named.keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(explained).contains("| `" + name + "` |"));
    }
}
