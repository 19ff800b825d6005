package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command of README, as a person runs it; what it needs has been built by the time this test runs. */
class LauncherTest {
    private static ChildJvm pgtwo(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "PGTWO_NO_BUILD=yes"));
        command.add(Path.of("..", "..", "bin", "pgtwo").toString());
        command.addAll(List.of(arguments));
        return ChildJvm.run(command);
    }

    @Test
    void anEmbeddedServerAnswersAndNothingElseIsPrinted() throws Exception {
        assertThat(pgtwo("--embedded", "-A", "-t", "-c", "select 1, null, 'x'")).isEqualTo(new ChildJvm(0, "1||x\n"));
    }

    @Test
    void everyStepOfTheDemoHolds() throws Exception {
        ChildJvm demo = pgtwo("--demo");
        assertThat(demo.output())
                .contains("Over TCP", "Over the Unix socket", "md5 login")
                .doesNotContain("FAILED")
                .endsWith("steps held.\n");
        assertThat(demo.exit()).isZero();
    }
}
