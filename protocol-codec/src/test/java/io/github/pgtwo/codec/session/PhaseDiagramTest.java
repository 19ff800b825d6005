package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.frontend.FrontendKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** The diagram in the documentation is drawn from the table; where it differs, the failure shows what to write. */
class PhaseDiagramTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "phases.md");

    @Test
    void theDocumentShowsTheTable() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf("```mermaid\n");
        int end = document.indexOf("```", begin + 3);
        assertThat(document.substring(begin + "```mermaid\n".length(), end)).isEqualTo(diagram());
    }

    private static String diagram() {
        StringBuilder diagram = new StringBuilder("stateDiagram-v2\n    [*] --> CONNECTED\n");
        for (Phase phase : Phase.values()) {
            Map<Phase, StringJoiner> arrows = new EnumMap<>(Phase.class);
            for (FrontendKind kind : FrontendKind.values()) {
                add(arrows, Transitions.after(phase, kind), "F " + kind);
            }
            add(arrows, Transitions.afterClientEnd(phase), "F end");
            for (BackendKind kind : BackendKind.values()) {
                add(arrows, Transitions.after(phase, kind), "B " + kind);
            }
            add(arrows, Transitions.afterServerEnd(phase), "B end");
            arrows.forEach((next, labels) -> diagram.append("    " + phase + " --> " + next + ": " + labels + "\n"));
        }
        return diagram.append("    CLOSED --> [*]\n").toString();
    }

    private static void add(Map<Phase, StringJoiner> arrows, Phase next, String label) {
        if (next != Phase.FAILED) {
            arrows.computeIfAbsent(next, absent -> new StringJoiner(", ")).add(label);
        }
    }
}
