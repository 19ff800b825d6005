package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.profile.ServerProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a session is to be set to when it begins. Immutable. */
public final class SessionVariables {
    /** Nothing. */
    public static final SessionVariables NONE = new SessionVariables(Map.of());

    private final Map<SessionVariable, String> values;

    private SessionVariables(Map<SessionVariable, String> values) {
        this.values = new EnumMap<>(SessionVariable.class);
        this.values.putAll(values);
    }

    /** Those that the environment says, but for what settings say more exactly. Empty texts say nothing. */
    static SessionVariables of(ConnectionSettings settings, Map<String, String> environment) {
        Map<SessionVariable, String> found = new EnumMap<>(SessionVariable.class);
        for (SessionVariable each : SessionVariable.values()) {
            found.put(each, environment.getOrDefault(each.variable(), ""));
        }
        String name = settings.value(Setting.APPLICATION_NAME);
        found.put(SessionVariable.CLIENT_ENCODING, settings.value(Setting.CLIENT_ENCODING));
        found.put(
                SessionVariable.APPLICATION_NAME,
                name.isEmpty() ? settings.value(Setting.FALLBACK_APPLICATION_NAME) : name);
        found.values().removeIf(String::isEmpty);
        return new SessionVariables(found);
    }

    /** What a variable is to be set to. */
    public Optional<String> get(SessionVariable variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /** One {@code SET} for each that this server has. */
    public List<String> statements(ServerProfile server) {
        List<String> statements = new ArrayList<>();
        for (Map.Entry<SessionVariable, String> each : values.entrySet()) {
            if (each.getKey().isKnownTo(server)) {
                statements.add(each.getKey().statement(each.getValue(), server));
            }
        }
        return statements;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
