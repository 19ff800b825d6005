package io.github.pgtwo.verify.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bom is written by hand, so that it has no parent; it has to list what is published. */
class BomTest {
    @Test
    void theBomListsExactlyThePublishedModules() throws IOException {
        List<String> published = Project.PUBLISHED.keySet().stream()
                .map(directory -> "pgtwo-" + directory)
                .sorted()
                .toList();
        assertThat(all(management(), "<artifactId>(.*?)</artifactId>")).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void whatIsPublishedIsWhatIsDeployed() throws IOException {
        TreeSet<String> deployed = new TreeSet<>();
        for (String module : all(Project.read("pom.xml"), "<module>(.*?)</module>")) {
            String pom = Project.read(module + "/pom.xml");
            if (!pom.contains("<packaging>pom</packaging>") && !pom.contains("<maven.deploy.skip>true<")) {
                deployed.add(module);
            }
        }
        assertThat(deployed).isEqualTo(Project.PUBLISHED.keySet());
    }

    @Test
    void versionsAreThoseOfTheBuild() throws IOException {
        String version =
                all(Project.read("pom.xml"), "<version>(.*?)</version>").get(0);
        assertThat(all(Project.read("bom/pom.xml"), "<artifactId>pgtwo-bom</artifactId>\\s*<version>(.*?)</version>"))
                .containsExactly(version);
        assertThat(all(management(), "<version>(.*?)</version>"))
                .isNotEmpty()
                .allMatch(listed -> listed.equals(version) || listed.equals("${project.version}"));
        assertThat(Project.read("bom/pom.xml")).doesNotContain("<parent>");
    }

    private static String management() throws IOException {
        String bom = Project.read("bom/pom.xml");
        return bom.substring(bom.indexOf("<dependencyManagement>"), bom.indexOf("</dependencyManagement>"));
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
