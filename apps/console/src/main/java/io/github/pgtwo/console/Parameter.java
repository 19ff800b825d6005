package io.github.pgtwo.console;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One of the things to know about a connection, by its name in a URI and in the environment. */
enum Parameter {
    HOST("host", "PGHOST"),
    PORT("port", "PGPORT"),
    USER("user", "PGUSER"),
    PASSWORD("password", "PGPASSWORD"),
    DATABASE("dbname", "PGDATABASE"),
    OPTIONS("options", "PGOPTIONS"),
    CONNECT_TIMEOUT("connect_timeout", "PGCONNECT_TIMEOUT");

    private final String key;
    private final String variable;

    Parameter(String key, String variable) {
        this.key = key;
        this.variable = variable;
    }

    String key() {
        return key;
    }

    static Optional<Parameter> ofKey(String key) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.key.equals(key))
                .findFirst();
    }

    /** What the environment says; an empty variable says nothing. */
    static Map<Parameter, String> ofEnvironment(Map<String, String> environment) {
        Map<Parameter, String> found = new EnumMap<>(Parameter.class);
        for (Parameter parameter : values()) {
            String value = environment.getOrDefault(parameter.variable, "");
            if (!value.isEmpty()) {
                found.put(parameter, value);
            }
        }
        return found;
    }
}
