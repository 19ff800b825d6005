package io.github.pgtwo.client.settings;

/** Whole numbers as libpq reads them: blanks around and a sign in front are fine, anything else is not. */
final class Numbers {
    private static final int LAST_PORT = 65535;

    private Numbers() {}

    static int parse(Setting setting, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw Wrong.value(setting, value, "is no whole number");
        }
    }

    static int port(String value) {
        int port = parse(Setting.PORT, value.isEmpty() ? Setting.PORT.otherwise() : value);
        if (port < 1 || port > LAST_PORT) {
            throw Wrong.value(Setting.PORT, value, "is not within 1 to 65535");
        }
        return port;
    }

    /** A number that may be left out, and below zero counts as zero. */
    static int orZero(ConnectionSettings settings, Setting setting) {
        return settings.get(setting)
                .map(value -> Math.max(0, parse(setting, value)))
                .orElse(0);
    }
}
