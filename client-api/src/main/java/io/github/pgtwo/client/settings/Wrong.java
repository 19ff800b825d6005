package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;

/** Says what is wrong with a setting. */
final class Wrong {
    private Wrong() {}

    static PgSettingsException value(Setting setting, String value, String why) {
        return new PgSettingsException(
                Problem.VALUE,
                "invalid value \"" + value + "\" for connection option \"" + setting.key() + "\": " + why);
    }

    static PgSettingsException unsupported(Setting setting, String why) {
        return new PgSettingsException(Problem.UNSUPPORTED, "connection option \"" + setting.key() + "\" " + why);
    }
}
