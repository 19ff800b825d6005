package io.github.pgtwo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndOfProgramTest {
    /** Starts a server and forgets it. */
    static final class Program {
        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedServer server = EmbeddedServer.start();
            System.out.println(server.pid() + " " + server.folder());
            if (arguments[0].equals("wait")) {
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void takesTheServerWithIt() throws Exception {
        Process program = run("end");
        assertNothingLeft(program, firstLine(program));
    }

    @Test
    void takesTheServerWithItWhenTerminated() throws Exception {
        Process program = run("wait");
        String line = firstLine(program);
        program.destroy();
        assertNothingLeft(program, line);
    }

    private static Process run(String argument) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Program.class.getName(), argument)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process program) throws IOException {
        return new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static void assertNothingLeft(Process program, String line) throws InterruptedException {
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String[] parts = line.split(" ", 2);
        assertThat(ProcessHandle.of(Long.parseLong(parts[0]))).isEmpty();
        assertThat(Path.of(parts[1])).doesNotExist();
    }
}
