package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code pg_service.conf}: the user's, or the one that {@code PGSERVICEFILE} names, and then the system's.
 *
 * <p>Each line of a service is {@code key=value}, without quotes or blanks around the equals sign; the first of two
 * lines counts.
 */
final class ServiceFiles {
    /** Of Debian's packages, and of PostgreSQL's own build. */
    private static final List<Path> SYSTEM =
            List.of(Path.of("/etc/postgresql-common"), Path.of("/usr/local/pgsql/etc"));

    private static final int LONGEST = 1 << 20;

    private final Surroundings surroundings;

    ServiceFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What the first file that has the service says about it. */
    ConnectionSettings find(String service) {
        return usersFile()
                .flatMap(file -> read(file, service))
                .or(() -> systemFiles().stream()
                        .filter(Files::exists)
                        .flatMap(file -> read(file, service).stream())
                        .findFirst())
                .orElseThrow(() -> new PgSettingsException(
                        Problem.SERVICE, "definition of service \"" + service + "\" not found"));
    }

    private Optional<Path> usersFile() {
        String named = surroundings.environment().get("PGSERVICEFILE");
        if (named == null) {
            return Optional.of(surroundings.home().resolve(".pg_service.conf")).filter(Files::exists);
        }
        Path file = FileNames.ofVariable("PGSERVICEFILE", named);
        if (!Files.isReadable(file)) {
            throw new PgSettingsException(
                    Problem.SERVICE, "service file \"" + named + "\", which PGSERVICEFILE names, not found");
        }
        return Optional.of(file);
    }

    private List<Path> systemFiles() {
        String folder = surroundings.environment().get("PGSYSCONFDIR");
        List<Path> folders = folder == null ? SYSTEM : List.of(FileNames.ofVariable("PGSYSCONFDIR", folder));
        return folders.stream().map(each -> each.resolve("pg_service.conf")).toList();
    }

    private static Optional<ConnectionSettings> read(Path file, String service) {
        List<String> lines = text(file).lines().map(String::strip).toList();
        int title = 0;
        while (title < lines.size() && !lines.get(title).startsWith("[" + service + "]")) {
            title++;
        }
        return title == lines.size() ? Optional.empty() : Optional.of(group(file, lines, title));
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new IOException("it has more than 1 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (IOException e) {
            throw new PgSettingsException(Problem.SERVICE, "service file \"" + file + "\" cannot be read: " + e);
        }
    }

    /** The lines up to the next title. */
    private static ConnectionSettings group(Path file, List<String> lines, int title) {
        Map<Setting, String> found = new EnumMap<>(Setting.class);
        for (int i = title + 1; i < lines.size() && !lines.get(i).startsWith("["); i++) {
            String line = lines.get(i);
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] pair = line.split("=", 2);
                found.putIfAbsent(setting(file, i + 1, pair), pair[1]);
            }
        }
        return ConnectionSettings.of(found);
    }

    private static Setting setting(Path file, int number, String[] pair) {
        Optional<Setting> setting = pair.length < 2 ? Optional.empty() : Setting.ofKey(pair[0]);
        return setting.filter(known -> known != Setting.SERVICE)
                .orElseThrow(() -> new PgSettingsException(
                        Problem.SYNTAX,
                        "service file \"" + file + "\", line " + number
                                + ": not a setting, \"=\" and its value, nor may it name another service"));
    }
}
