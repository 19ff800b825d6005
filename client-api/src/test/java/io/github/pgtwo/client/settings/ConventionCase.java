package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One case of conventions.txt.
 *
 * @param name what it is about
 * @param lines string, variables and files
 * @param libpq what libpq makes of it
 * @param difference the name of a difference; empty if there is none
 * @param own what pgtwo makes of it, if that is different
 */
record ConventionCase(String name, List<String> lines, List<String> libpq, String difference, List<String> own) {

    static List<ConventionCase> all() throws IOException {
        try (var file = ConventionCase.class.getResourceAsStream("conventions.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<ConventionCase> cases = new ArrayList<>();
            for (String each :
                    text.substring(text.indexOf("\n== ") + 4).stripTrailing().split("\n== ", -1)) {
                cases.add(of(each.split("\n", -1)));
            }
            return cases;
        }
    }

    private static ConventionCase of(String... text) {
        List<String> given = new ArrayList<>();
        List<String> libpq = new ArrayList<>();
        List<String> own = new ArrayList<>();
        String difference = "";
        List<String> into = given;
        for (String line : List.of(text).subList(1, text.length)) {
            if (line.startsWith("-> ") && into == given) {
                into = libpq;
            } else if (line.startsWith("~ ")) {
                difference = line.substring(2);
                into = own;
                continue;
            }
            into.add(line);
        }
        return new ConventionCase(text[0], given, libpq, difference, own);
    }

    /** What a run comes to, in the words of the table. */
    List<String> run(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        writeFiles(folder);
        var surroundings = new Surroundings(environment(home), "root", home, warning -> {});
        try {
            return outcome(ConnectionSettings.parse(string(home)).complete(surroundings), home);
        } catch (PgSettingsException e) {
            String shown = String.valueOf(e.getMessage());
            return shown.contains("secret")
                    ? List.of("shows a password: " + shown)
                    : List.of("-> error " + e.problem());
        }
    }

    private String string(Path home) {
        return lines.stream()
                .filter(line -> line.startsWith("string "))
                .map(line -> line.substring(7).replace("$HOME", home.toString()))
                .findFirst()
                .orElse("");
    }

    private Map<String, String> environment(Path home) {
        Map<String, String> environment = new LinkedHashMap<>();
        lines.stream().filter(line -> line.startsWith("env ")).forEach(line -> {
            String[] pair = line.substring(4).replace("$HOME", home.toString()).split("=", 2);
            environment.put(pair[0], pair[1]);
        });
        return environment;
    }

    private void writeFiles(Path folder) throws IOException {
        Map<Path, String> modes = new LinkedHashMap<>();
        Path file = folder;
        for (String line : lines) {
            if (line.startsWith("file ")) {
                String[] words = line.split(" ", 3);
                file = folder.resolve(words[1]);
                Files.createDirectories(file.getParent());
                Files.createFile(file);
                modes.put(file, words[2]);
            } else if (line.startsWith("|")) {
                Files.writeString(file, line.substring(Math.min(2, line.length())) + "\n", StandardOpenOption.APPEND);
            }
        }
        for (var each : modes.entrySet()) {
            Files.setPosixFilePermissions(each.getKey(), PosixFilePermissions.fromString(permissions(each.getValue())));
        }
    }

    /** Of three octal digits, such as 640. */
    private static String permissions(String mode) {
        return mode.chars()
                .mapToObj(digit -> (digit & 4) > 0 ? ((digit & 2) > 0 ? "rw-" : "r--") : "---")
                .collect(Collectors.joining());
    }

    private static List<String> outcome(ConnectionPlan plan, Path home) throws IOException {
        Map<String, String> values = new TreeMap<>();
        plan.settings().asMap().forEach((setting, value) -> values.put(setting.key(), value));
        values.remove("user", "root");
        values.remove("service"); // which libpq does not tell afterwards
        values.remove("passfile", home + "/.pgpass");
        for (Setting setting : Setting.values()) {
            if (!setting.otherwise().isEmpty()) {
                values.remove(setting.key(), setting.otherwise());
            }
        }
        List<String> outcome = new ArrayList<>(List.of("-> ok"));
        password(plan).ifPresent(found -> values.put("password", found));
        values.forEach((key, value) -> outcome.add("   " + key + "=" + value.replace(home.toString(), "$HOME")));
        return outcome;
    }

    /** That of the last host, which is where libpq ends up where nobody listens. */
    private static Optional<String> password(ConnectionPlan plan) throws IOException {
        Host last = plan.hosts().get(plan.hosts().size() - 1);
        var target = AuthTarget.of(plan.user(), plan.database(), last.endpoint(), ChannelInfo.plain("nobody"));
        try (Secret secret = plan.credentials(last).credential(target, "md5").orElse(Secret.of(new char[0]))) {
            return Optional.of(new String(secret.encode(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .filter(password -> !password.isEmpty());
        } catch (AuthenticationException e) {
            throw new IOException(e);
        }
    }
}
