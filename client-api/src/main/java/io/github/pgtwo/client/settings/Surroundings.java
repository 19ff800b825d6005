package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a program runs: what connection strings leave open comes from here. Immutable.
 *
 * @param environment the variables
 * @param user the name of the operating system's user
 * @param home that user's directory, with {@code .pgpass}, {@code .pg_service.conf} and {@code .postgresql}
 * @param warnings who hears of files that are ignored because others may read them
 */
public record Surroundings(Map<String, String> environment, String user, Path home, Consumer<String> warnings) {
    private static final String NOWHERE = "/nonexistent";
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    /** Keeps a copy of the variables. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process; warnings are logged. */
    public static Surroundings ofProcess() {
        return of(System.getenv());
    }

    /**
     * Those of this process with other variables; {@code HOME} among them says where the home is.
     *
     * @throws PgSettingsException if that cannot be the name of a folder
     */
    public static Surroundings of(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return new Surroundings(
                environment,
                property("user.name", ""),
                home.isEmpty() ? Path.of(property("user.home", NOWHERE)) : FileNames.ofVariable("HOME", home),
                LOG::warn);
    }

    /** Of a user without an entry in the system's list, as in containers, the JDK says a question mark. */
    private static String property(String key, String otherwise) {
        String value = System.getProperty(key, "?");
        return value.equals("?") ? otherwise : value;
    }

    /** The same with somebody else to hear warnings. */
    public Surroundings withWarnings(Consumer<String> hears) {
        return new Surroundings(environment, user, home, hears);
    }

    /** What the variables say. As with libpq, an empty variable says the empty text. */
    ConnectionSettings settings() {
        Map<Setting, String> found = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                found.put(setting, value);
            }
        }
        if (environment.getOrDefault("PGREQUIRESSL", "").startsWith("1")) {
            found.putIfAbsent(Setting.SSLMODE, "require");
        }
        return ConnectionSettings.of(found);
    }

    /** Hides the variables, of which one may be a password. */
    @Override
    public String toString() {
        return "Surroundings[user=" + user + ", home=" + home + "]";
    }
}
