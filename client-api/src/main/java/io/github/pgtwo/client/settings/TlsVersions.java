package io.github.pgtwo.client.settings;

import java.util.List;

/** {@code ssl_min_protocol_version} and {@code ssl_max_protocol_version}. */
final class TlsVersions {
    private static final List<String> ALL = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    private TlsVersions() {}

    /** Those that may be spoken, by the JDK's names; empty for those that the JDK allows anyway. */
    static List<String> of(ConnectionSettings settings) {
        int oldest = index(settings, Setting.SSL_MIN_PROTOCOL_VERSION, 0);
        int newest = index(settings, Setting.SSL_MAX_PROTOCOL_VERSION, ALL.size() - 1);
        if (oldest > newest) {
            throw Wrong.value(
                    Setting.SSL_MIN_PROTOCOL_VERSION,
                    ALL.get(oldest),
                    "is newer than ssl_max_protocol_version \"" + ALL.get(newest) + "\"");
        }
        boolean usual = ALL.get(oldest).equals(Setting.SSL_MIN_PROTOCOL_VERSION.otherwise());
        return usual && newest == ALL.size() - 1 ? List.of() : ALL.subList(oldest, newest + 1);
    }

    private static int index(ConnectionSettings settings, Setting setting, int ifEmpty) {
        String value = settings.value(setting);
        if (value.isEmpty()) {
            return ifEmpty;
        }
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).equalsIgnoreCase(value)) {
                return i;
            }
        }
        throw Wrong.value(setting, value, "is none of " + ALL);
    }
}
