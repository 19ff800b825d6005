package io.github.pgtwo.codec.recorded;

import io.github.pgtwo.codec.Bytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads all recordings; their format is told in the README beside them. */
public final class Recordings {
    private static final List<Recording> ALL =
            Stream.of("6.4", "7.0", "7.2", "7.3", "8.3").flatMap(Recordings::of).toList();

    private final String server;
    private final List<Recording> found = new ArrayList<>();
    private final Map<Integer, Recording> connections = new TreeMap<>();
    private String scenario = "";

    private Recordings(String server) {
        this.server = server;
    }

    static List<Recording> all() {
        return ALL;
    }

    static Recording named(String name) {
        return ALL.stream()
                .filter(recording -> recording.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Recording> of(String server) {
        Recordings recordings = new Recordings(server);
        lines(server).forEach(recordings::take);
        recordings.finish();
        return recordings.found.stream();
    }

    private static List<String> lines(String server) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Recordings.class.getResourceAsStream(server + ".txt"), StandardCharsets.US_ASCII))) {
            in.lines().filter(line -> !line.isEmpty()).forEach(line -> {
                boolean continued = line.startsWith("  ");
                lines.add(continued ? lines.remove(lines.size() - 1) + line.substring(2) : line);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private void take(String line) {
        switch (line.charAt(0)) {
            case '#' -> begin(line.substring(2, line.indexOf(':')));
            case '=' -> list(line.substring(2));
            default -> step(line);
        }
    }

    private void begin(String name) {
        finish();
        scenario = name;
    }

    private void finish() {
        found.addAll(connections.values());
        connections.clear();
    }

    private void list(String line) {
        int blank = line.indexOf(' ');
        if (line.charAt(0) != '-') {
            String text = Escaped.bytes(line.substring(blank)).text(StandardCharsets.US_ASCII);
            on(line.substring(1, blank)).listing().add(line.charAt(0) + text);
        }
    }

    private void step(String line) {
        String[] parts = line.split("[: ]", 2);
        Step.Kind kind = switch (parts[1]) {
            case "end" -> Step.Kind.CLOSED;
            case "reset" -> Step.Kind.RESET;
            default -> Step.Kind.SENT;
        };
        Bytes bytes = kind == Step.Kind.SENT ? Escaped.bytes(parts[1].substring(1)) : Bytes.EMPTY;
        on(parts[0].substring(1)).steps().add(new Step(parts[0].charAt(0) == 'F', kind, bytes));
    }

    private Recording on(String number) {
        int connection = number.isEmpty() ? 1 : Integer.parseInt(number);
        return connections.computeIfAbsent(
                connection, n -> new Recording(server, scenario, n, new ArrayList<>(), new ArrayList<>()));
    }
}
