package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has said about a connection, which need not be everything: {@link #complete} finds the rest. Immutable.
 *
 * <pre>{@code
 * ConnectionPlan plan = ConnectionSettings.parse("postgresql://joe@db.example/shop?connect_timeout=5")
 *         .complete(Surroundings.ofProcess());
 * }</pre>
 */
public final class ConnectionSettings {
    /** Nothing is said. */
    public static final ConnectionSettings NONE = new ConnectionSettings(Map.of());

    private final Map<Setting, String> values;

    private ConnectionSettings(Map<Setting, String> values) {
        Map<Setting, String> copy = new EnumMap<>(Setting.class);
        copy.putAll(values);
        this.values = Collections.unmodifiableMap(copy);
    }

    static ConnectionSettings of(Map<Setting, String> values) {
        return new ConnectionSettings(values);
    }

    /**
     * Reads a URI, which begins with {@code postgresql://} or {@code postgres://}, or else a list of {@code key=value}.
     * Only syntax and keys are checked here; no key names a class, or makes anything be loaded.
     *
     * @throws PgSettingsException if it is neither, or has an unknown key
     */
    public static ConnectionSettings parse(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new PgSettingsException(Problem.SYNTAX, "there is a NUL in the connection string");
        }
        return new ConnectionSettings(UriText.isOne(text) ? UriText.parse(text) : KeyValueText.parse(text));
    }

    /** Whether {@link #parse} would be asked for this text, and not a database of this name be meant. */
    public static boolean isConnectionString(String text) {
        return UriText.isOne(text) || text.indexOf('=') >= 0;
    }

    /** The same with another value for one setting. */
    public ConnectionSettings with(Setting setting, String value) {
        Map<Setting, String> more = new EnumMap<>(Setting.class);
        more.putAll(values);
        more.put(setting, value);
        return new ConnectionSettings(more);
    }

    /** The same, and for what is not said here, what is said there. */
    public ConnectionSettings or(ConnectionSettings others) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.putAll(others.values);
        all.putAll(values);
        return new ConnectionSettings(all);
    }

    /** What is said about one setting, which may be the empty text. */
    public Optional<String> get(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** What is said about a setting, or what holds otherwise. */
    String value(Setting setting) {
        return values.getOrDefault(setting, setting.otherwise());
    }

    /** All that is said; passwords, too. */
    public Map<Setting, String> asMap() {
        return values;
    }

    /**
     * Finds what is not said: in the service that is named here or by {@code PGSERVICE}, then in the environment, then
     * in what holds by default. Reads service files; does not read password files, which is done at each login.
     *
     * @throws PgSettingsException if a value makes no sense or asks for what pgtwo does not do, or files are missing
     */
    public ConnectionPlan complete(Surroundings surroundings) {
        Optional<String> service = get(Setting.SERVICE)
                .or(() -> Optional.ofNullable(surroundings.environment().get("PGSERVICE")));
        ConnectionSettings ofService =
                service.map(name -> new ServiceFiles(surroundings).find(name)).orElse(NONE);
        return new ConnectionPlan(or(ofService).or(surroundings.settings()), surroundings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionSettings settings && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Hides passwords. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((setting, value) -> text.append(text.isEmpty() ? "" : " ")
                .append(setting.key())
                .append('=')
                .append(setting.isSecret() ? "***" : value));
        return text.toString();
    }
}
