package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.frontend.FrontendKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every phase with every message of either side, against a listing that was written down apart. */
class TransitionsTest {
    @Test
    void theTableIsWhatWasAgreed() throws IOException {
        StringBuilder found = new StringBuilder();
        for (Phase phase : Phase.values()) {
            for (FrontendKind kind : FrontendKind.values()) {
                add(found, phase, "F " + kind, Transitions.after(phase, kind));
            }
            for (BackendKind kind : BackendKind.values()) {
                add(found, phase, "B " + kind, Transitions.after(phase, kind));
            }
            add(found, phase, "F end", Transitions.afterClientEnd(phase));
            add(found, phase, "B end", Transitions.afterServerEnd(phase));
        }
        try (InputStream agreed = TransitionsTest.class.getResourceAsStream("transitions.txt")) {
            assertThat(found.toString()).isEqualTo(new String(agreed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void add(StringBuilder found, Phase phase, String event, Phase next) {
        if (next != Phase.FAILED) {
            found.append(phase + " " + event + " -> " + next + "\n");
        }
    }
}
