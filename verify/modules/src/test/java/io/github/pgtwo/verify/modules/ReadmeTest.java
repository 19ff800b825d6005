package io.github.pgtwo.verify.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README says has to be so. */
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SIZE = Pattern.compile("\\| `([a-z-]+)` \\|[^|\n]*\\| (\\d+) kB \\|");
    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)");

    private final String readme;

    ReadmeTest() throws IOException {
        readme = Project.read("README.md");
    }

    @Test
    void theProgramIsTheOneThatTheBuildCompilesAndRuns() throws IOException {
        String program = program(readme);
        assertThat(program).isEqualTo(quoted(example("FirstRows"), "README"));
        assertThat(program.lines().count()).isLessThanOrEqualTo(15);
    }

    @Test
    void theLoopOfTheCodecIsTheOneThatTheBuildCompilesAndRuns() throws IOException {
        assertThat(program(Project.read("docs/codec.md"))).isEqualTo(quoted(example("CodecOnly"), "codec.md"));
    }

    @Test
    void theParametersAreThoseThatTheBuildCompilesAndRuns() throws IOException {
        String parameters = Project.read("docs/parameters.md");
        assertThat(program(parameters)).isEqualTo(quoted(example("SafeParameters"), "parameters.md"));
    }

    @Test
    void theSettingsAreThoseThatTheBuildCompilesAndRuns() throws IOException {
        assertThat(program(Project.read("docs/conventions.md")))
                .isEqualTo(quoted(example("ConnectAsConfigured"), "conventions.md"));
    }

    @Test
    void theLoginMethodIsTheOneThatTheBuildCompilesAndRuns() throws IOException {
        String source = example("PinAndCodeAuth");
        assertThat(program(Project.read("docs/writing-an-auth-plugin.md")))
                .isEqualTo(source.substring(source.indexOf("public final class")));
    }

    @Test
    void theValuesAreReadAsTheBuildReadsThem() throws IOException {
        assertThat(program(Project.read("docs/types.md"))).isEqualTo(quoted(example("ReadTypes"), "types.md"));
    }

    private static String example(String name) throws IOException {
        return Project.read("examples/src/main/java/io/github/pgtwo/examples/" + name + ".java");
    }

    @Test
    void theTransportIsTheOneThatTheBuildCompilesAndProves() throws IOException {
        String quoted = JAVA.matcher(Project.read("docs/writing-a-transport.md"))
                .results()
                .map(program -> program.group(1))
                .collect(Collectors.joining());
        assertThat(quoted).isEqualTo(sample("LoopbackTransport") + sample("LoopbackStream"));
    }

    private static String sample(String name) throws IOException {
        return quoted(
                Project.read("examples/sample-plugin/src/main/java/com/example/pgtwo/" + name + ".java"),
                "writing-a-transport");
    }

    /** More than that needs a scroll bar. */
    @Test
    void theGuidesFitOnAScreen() throws IOException {
        for (String guide : List.of(
                "docs/parameters.md",
                "docs/types.md",
                "docs/writing-a-transport.md",
                "docs/writing-an-auth-plugin.md")) {
            assertThat(Project.read(guide).lines().count()).as(guide).isLessThanOrEqualTo(60);
        }
    }

    private static String program(String document) {
        Matcher program = JAVA.matcher(document);
        assertThat(program.find()).isTrue();
        return program.group(1);
    }

    /** What stands between the marks, without their indentation. */
    private static String quoted(String source, String mark) {
        Matcher region = Pattern.compile("( *)// " + mark + ": begin\n(.*?) *// " + mark + ": end", Pattern.DOTALL)
                .matcher(source);
        assertThat(region.find()).as(mark).isTrue();
        return region.group(2).replaceAll("(?m)^" + region.group(1), "");
    }

    /** Sizes are rounded; a jar may differ from them by a tenth. */
    @Test
    void theSizesAreThoseOfTheJars() throws IOException {
        Matcher size = SIZE.matcher(readme);
        int sizes = 0;
        while (size.find()) {
            Path jar = Project.built(Project.PUBLISHED.get(size.group(1)));
            if (Files.isRegularFile(jar)) {
                double said = Integer.parseInt(size.group(2)) * 1024.0;
                assertThat((double) Files.size(jar)).as(size.group(1)).isBetween(said * 0.9, said * 1.1);
            }
            sizes++;
        }
        assertThat(sizes).isEqualTo(Project.PUBLISHED.size());
    }

    @Test
    void whatItLinksToIsThere() {
        Matcher link = LINK.matcher(readme);
        int links = 0;
        while (link.find()) {
            assertThat(Project.ROOT.resolve(link.group(1))).exists();
            links++;
        }
        assertThat(links).isGreaterThan(4);
    }
}
