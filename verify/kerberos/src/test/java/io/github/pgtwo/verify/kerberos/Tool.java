package io.github.pgtwo.verify.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of the machine, those of its administrator included. One that is missing is a failure. */
final class Tool {
    private static final long SECONDS = 60;

    private Tool() {}

    /** Starts a program without input, whose errors go among its output. */
    static Process start(Map<String, String> environment, Redirect output, String... command) throws IOException {
        List<String> all = new ArrayList<>();
        all.add("env");
        all.add("PATH=" + System.getenv("PATH") + ":/usr/sbin:/sbin");
        environment.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(List.of(command));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output)
                .start();
    }

    /** Ends a program and waits until it is gone. */
    static void stop(Process process) {
        process.destroy();
        process.onExit().join();
    }

    /** Runs a program to its end, which has to be a good one. */
    static void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Process process = start(environment, Redirect.PIPE, command);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("%s says: %s", String.join(" ", command), output)
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
