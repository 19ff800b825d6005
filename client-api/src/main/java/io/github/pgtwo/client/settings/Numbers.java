package io.github.pgtwo.client.settings;

import java.util.regex.Pattern;

/** Whole numbers as libpq reads them: blanks around and a sign in front are fine, anything else is not. */
final class Numbers {
    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]+");
    private static final int LAST_PORT = 65535;

    private Numbers() {}

    static int parse(Setting setting, String value) {
        try {
            if (isOne(value)) {
                return Integer.parseInt(value.strip());
            }
        } catch (NumberFormatException e) {
            // it is too large, which is as wrong
        }
        throw Wrong.value(setting, value, "is no whole number");
    }

    /** Whether it is written like one, of whatever size; the JDK would also take digits of other scripts. */
    static boolean isOne(String value) {
        return FORM.matcher(value.strip()).matches();
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
