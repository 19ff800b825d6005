package io.github.pgtwo.client.settings;

import java.util.Arrays;
import java.util.Locale;

/** Which of several servers is wanted, as libpq's {@code target_session_attrs} has it. */
public enum TargetSession {
    /** The first one. */
    ANY,
    /** One whose transactions may write. */
    READ_WRITE,
    /** One whose transactions may not write, be it that it is a standby or set up so. */
    READ_ONLY,
    /** One that is no standby. */
    PRIMARY,
    /** One that is a standby. */
    STANDBY,
    /** A standby, or if none of the hosts is one, the first. */
    PREFER_STANDBY;

    static TargetSession of(String value) {
        return Arrays.stream(values())
                .filter(target -> target.toString().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        Wrong.value(Setting.TARGET_SESSION_ATTRS, value, "is none of " + Arrays.toString(values())));
    }

    /** As libpq writes it, {@code read-write}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
