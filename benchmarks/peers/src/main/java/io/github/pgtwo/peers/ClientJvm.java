package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs programs of clients, each in a JVM with nothing but its own jars. */
final class ClientJvm {
    private static final Path JAR =
            Path.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)[0]);
    private static final long MINUTES = 10;

    private ClientJvm() {}

    /** What a program has said last, and when it began to say something, counted from its start. */
    record Word(String line, long nanos) {}

    /** Runs a program that has to succeed. */
    static Word run(Peer peer, Class<?> program, List<String> options, List<String> arguments) {
        List<String> command = command(peer, program, options, arguments);
        return attempt(command, ProcessBuilder.Redirect.INHERIT)
                .orElseThrow(() -> new IllegalStateException(
                        peer.label() + " has failed, or took more than " + MINUTES + " minutes: " + command));
    }

    /** Runs a program that may fail, and then says nothing. */
    static Optional<Word> attempt(Peer peer, Class<?> program, List<String> options, List<String> arguments) {
        return attempt(command(peer, program, options, arguments), ProcessBuilder.Redirect.DISCARD);
    }

    private static Optional<Word> attempt(List<String> command, ProcessBuilder.Redirect errors) {
        try {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command).redirectError(errors).start();
            try {
                Optional<Word> word = word(process, begin);
                boolean ended = process.waitFor(1, TimeUnit.MINUTES);
                return ended && process.exitValue() == 0 ? word : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot run " + command, e);
        }
    }

    private static Optional<Word> word(Process process, long begin) throws IOException {
        process.getOutputStream().close();
        process.toHandle().onExit().orTimeout(MINUTES, TimeUnit.MINUTES).exceptionally(late -> {
            process.destroyForcibly();
            return process.toHandle();
        });
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.mark(1);
            out.read();
            long nanos = System.nanoTime() - begin;
            out.reset();
            return out.lines().reduce((before, last) -> last).map(last -> new Word(last, nanos));
        }
    }

    private static List<String> command(Peer peer, Class<?> program, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // a thread of the compiler that ends would take its time with it
        command.add("-XX:-UseDynamicNumberOfCompilerThreads");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(peer), program.getName(), peer.label()));
        command.addAll(arguments);
        return command;
    }

    private static String classPath(Peer peer) {
        return Stream.concat(Stream.of(JAR), Stream.concat(jars("lib", peer), jars("drivers", peer)))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> jars(String folder, Peer peer) {
        try (Stream<Path> all = Files.list(JAR.resolveSibling(folder))) {
            return all
                    .filter(jar ->
                            peer.jars().stream().anyMatch(jar.getFileName().toString()::startsWith))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException("the build has left no " + folder, e);
        }
    }
}
