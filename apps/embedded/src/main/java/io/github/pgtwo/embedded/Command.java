package io.github.pgtwo.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs. */
final class Command {
    private Command() {}

    /** A process with the surroundings that keep a server's messages and defaults the same everywhere. */
    static ProcessBuilder prepare(List<String> words) {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Runs a program to its end; an exception holds its output unless it ends well. */
    static void run(List<String> words, String input) {
        Outcome outcome = attempt(words, input);
        if (outcome.status() != 0) {
            throw new EmbeddedServerException(
                    "status " + outcome.status() + " of " + String.join(" ", words) + "\n" + outcome.output());
        }
    }

    /** Runs a program to its end, whatever that is. */
    static Outcome attempt(List<String> words, String input) {
        try {
            return attempt(prepare(words).start(), input);
        } catch (IOException e) {
            throw new EmbeddedServerException("cannot run " + words.get(0) + ": " + e.getMessage(), e);
        }
    }

    // The input is far smaller than a pipe, so writing all of it first cannot block.
    private static Outcome attempt(Process process, String input) throws IOException {
        try (OutputStream toProcess = process.getOutputStream()) {
            toProcess.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.onExit().join().exitValue(), output);
    }

    record Outcome(int status, String output) {}
}
