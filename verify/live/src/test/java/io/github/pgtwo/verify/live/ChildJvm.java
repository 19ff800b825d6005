package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another program, run to its end, with what it printed. */
record ChildJvm(int exit, String output) {
    private static final long MINUTES = 5;

    /** A main class of this class path in a JVM of its own. */
    static ChildJvm run(List<String> options, String classPath, Class<?> main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    static ChildJvm run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("child", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertThat(ended)
                    .as("%s ends; so far: %s", command, Files.readString(output))
                    .isTrue();
            return new ChildJvm(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** The class path of this JVM. */
    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The class path of this JVM without the jars whose names begin so. */
    static String classPathWithout(String... jars) {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> Arrays.stream(jars)
                        .noneMatch(
                                jar -> Path.of(entry).getFileName().toString().startsWith(jar)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
