package io.github.pgtwo.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, false, StandardCharsets.UTF_8);

    @Test
    void holdsOverBothTransports() {
        assertThat(Demo.run(out)).as(told::toString).isTrue();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("Over TCP, 127.0.0.1:")
                .contains("Over the Unix socket, /")
                .contains("All " + 2 * Walk.steps().size() + " steps held.")
                .doesNotContain("FAILED");
    }

    @Test
    void goesOnBehindAStepThatFailsAndSaysSo() {
        Step bad = new Step(
                "something impossible",
                site -> Expect.failure(IllegalStateException.class, "never", () -> Expect.same(1, 2)));
        Step good = new Step("something possible", site -> "done over " + site.name());
        assertThat(new Demo(out, List.of(bad, good)).run()).isFalse();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("FAILED  something impossible\n          java.lang.IllegalStateException: expected 1, got 2")
                .contains("done over tcp")
                .contains("done over unix")
                .contains("FAILED: 2 of 4 steps.");
    }
}
