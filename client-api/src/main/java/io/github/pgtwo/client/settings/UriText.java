package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;
import java.util.EnumMap;
import java.util.Map;

/**
 * {@code postgresql://user:password@host:port,host:port/database?key=value&key=value}, every part of it optional. As in
 * libpq, the first {@code @} in front of the first slash ends the user, wherever it stands.
 */
final class UriText {
    private final String text;
    private final Map<Setting, String> found = new EnumMap<>(Setting.class);
    private int at;

    private UriText(String text) {
        this.text = text;
    }

    static boolean isOne(String text) {
        return text.startsWith("postgresql://") || text.startsWith("postgres://");
    }

    static Map<Setting, String> parse(String text) {
        UriText parsing = new UriText(text);
        parsing.at = text.indexOf("://") + 3;
        parsing.readUser();
        parsing.readHosts();
        if (parsing.skip('/')) {
            parsing.put(Setting.DBNAME, parsing.readUntil("?"));
        }
        if (parsing.skip('?')) {
            parsing.readParameters();
        }
        return parsing.found;
    }

    private void readUser() {
        int end = indexOfAny("@/");
        if (end == text.length() || text.charAt(end) != '@') {
            return;
        }
        put(Setting.USER, readUntil(":@"));
        if (skip(':')) {
            put(Setting.PASSWORD, readUntil("@"));
        }
        at = end + 1;
    }

    private void readHosts() {
        StringBuilder hosts = new StringBuilder();
        StringBuilder ports = new StringBuilder();
        readHost(hosts, ports);
        while (skip(',')) {
            hosts.append(',');
            ports.append(',');
            readHost(hosts, ports);
        }
        put(Setting.HOST, hosts.toString());
        put(Setting.PORT, ports.toString());
    }

    private void readHost(StringBuilder hosts, StringBuilder ports) {
        hosts.append(skip('[') ? readBracketed() : readUntil(":/?,"));
        if (skip(':')) {
            ports.append(readPort());
        }
    }

    /** What stands in the place of a port may be the first part of a password, which nobody must see. */
    private String readPort() {
        int start = at;
        String port = readUntil("/?,");
        if (!port.isEmpty() && !Numbers.isOne(decoded(port))) {
            throw new PgSettingsException(
                    Problem.VALUE,
                    place(
                            "a port is no whole number, unless it belongs to a password whose slash is to be %2F",
                            start));
        }
        return port;
    }

    private String readBracketed() {
        int start = at;
        String address = readUntil("]");
        if (!skip(']')) {
            throw wrong("no bracket ends the IPv6 address", start);
        }
        if (address.isEmpty()) {
            throw wrong("there is no IPv6 address between the brackets", start);
        }
        if (at < text.length() && ":/?,".indexOf(text.charAt(at)) < 0) {
            throw wrong("behind the bracket comes neither a port nor a slash", at);
        }
        return address;
    }

    private void readParameters() {
        while (at < text.length()) {
            int start = at;
            String pair = readUntil("&");
            skip('&');
            int equals = pair.indexOf('=');
            if (equals < 0 || pair.indexOf('=', equals + 1) >= 0) {
                throw wrong("a parameter has not exactly one \"=\"", start);
            }
            putParameter(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)), start);
        }
    }

    private void putParameter(String key, String value, int start) {
        if (key.equals("ssl") && value.equals("true")) { // which is how JDBC says it
            found.put(Setting.SSLMODE, "require");
            return;
        }
        Setting setting = Setting.ofKey(key)
                .orElseThrow(() -> new PgSettingsException(
                        Problem.UNKNOWN,
                        "invalid parameter \"" + key + "\" at position " + (start + 1) + " of the connection URI"));
        found.put(setting, value);
    }

    private void put(Setting setting, String encoded) {
        if (!encoded.isEmpty()) {
            found.put(setting, decoded(encoded));
        }
    }

    private String decoded(String encoded) {
        return PercentText.decode(encoded)
                .orElseThrow(() -> wrong(
                        "a percent sign is not followed by the digits of a byte, or the bytes are no UTF-8",
                        at - encoded.length()));
    }

    private String readUntil(String marks) {
        int start = at;
        at = indexOfAny(marks);
        return text.substring(start, at);
    }

    private int indexOfAny(String marks) {
        int i = at;
        while (i < text.length() && marks.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private boolean skip(char mark) {
        boolean there = at < text.length() && text.charAt(at) == mark;
        at += there ? 1 : 0;
        return there;
    }

    /** Shows nothing of the URI, where a password may be. */
    private static PgSettingsException wrong(String what, int position) {
        return new PgSettingsException(Problem.SYNTAX, place(what, position));
    }

    private static String place(String what, int position) {
        return what + ", around position " + (Math.max(0, position) + 1) + " of the connection URI";
    }
}
