package io.github.pgtwo.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a report has been measured on. */
final class Machine {
    private Machine() {}

    static List<String> lines(String server) throws IOException {
        return List.of(
                "- machine: " + Runtime.getRuntime().availableProcessors() + " x "
                        + value("/proc/cpuinfo", "model name") + ", " + value("/proc/meminfo", "MemTotal") + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "- JDK: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                "- server: " + server,
                "- load of the machine before: " + load());
    }

    /** How many wanted to run, on average of 1, 5 and 15 minutes. */
    static String load() throws IOException {
        return String.join(
                " ",
                List.of(Files.readString(Path.of("/proc/loadavg")).split(" ", -1))
                        .subList(0, 3));
    }

    private static String value(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }
}
