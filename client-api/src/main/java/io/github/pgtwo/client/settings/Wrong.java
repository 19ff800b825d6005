package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;

/** Says what is wrong with a setting. */
final class Wrong {
    private Wrong() {}

    static PgSettingsException value(Setting setting, String value, String why) {
        return value(option(setting), value, why);
    }

    /** The same of what is named so. */
    static PgSettingsException value(String named, String value, String why) {
        return new PgSettingsException(Problem.VALUE, "invalid value \"" + value + "\" for " + named + ": " + why);
    }

    static PgSettingsException unsupported(Setting setting, String why) {
        return new PgSettingsException(Problem.UNSUPPORTED, option(setting) + " " + why);
    }

    /** What messages call a setting. */
    static String option(Setting setting) {
        return "connection option \"" + setting.key() + "\"";
    }
}
