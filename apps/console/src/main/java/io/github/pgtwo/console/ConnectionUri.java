package io.github.pgtwo.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** {@code postgresql://user:password@host:port/database?parameter=value}, every part of it optional. */
final class ConnectionUri {
    private final Map<Parameter, String> found = new EnumMap<>(Parameter.class);

    private ConnectionUri() {}

    static boolean isOne(String text) {
        return text.startsWith("postgresql://") || text.startsWith("postgres://");
    }

    /** The parameters that a URI names; throws {@link SettingsException}. */
    static Map<Parameter, String> parse(String uri) {
        var parsing = new ConnectionUri();
        parsing.readAll(uri.substring(uri.indexOf("://") + 3));
        return parsing.found;
    }

    private void readAll(String text) {
        String[] beforeAndQuery = text.split("\\?", 2);
        String[] authorityAndPath = beforeAndQuery[0].split("/", 2);
        readAuthority(authorityAndPath[0]);
        if (authorityAndPath.length == 2) {
            put(Parameter.DATABASE, authorityAndPath[1]);
        }
        if (beforeAndQuery.length == 2 && !beforeAndQuery[1].isEmpty()) {
            readQuery(beforeAndQuery[1]);
        }
    }

    private void readAuthority(String text) {
        int at = text.indexOf('@');
        if (at >= 0) {
            readUser(text.substring(0, at));
        }
        readHost(text.substring(at + 1));
    }

    private void readUser(String text) {
        String[] nameAndPassword = text.split(":", 2);
        put(Parameter.USER, nameAndPassword[0]);
        if (nameAndPassword.length == 2) {
            put(Parameter.PASSWORD, nameAndPassword[1]);
        }
    }

    private void readHost(String text) {
        if (text.contains(",")) {
            put(Parameter.HOST, text); // a list, which is not for the parser to judge
        } else if (text.startsWith("[")) {
            readBracketed(text);
        } else {
            String[] hostAndPort = text.split(":", 2);
            put(Parameter.HOST, hostAndPort[0]);
            put(Parameter.PORT, hostAndPort.length == 2 ? hostAndPort[1] : "");
        }
    }

    private void readBracketed(String text) {
        int end = text.indexOf(']');
        String rest = text.substring(end + 1);
        if (end <= 1 || !(rest.isEmpty() || rest.startsWith(":"))) {
            throw malformed("an IPv6 address is not closed by a bracket, or empty");
        }
        put(Parameter.HOST, text.substring(1, end));
        put(Parameter.PORT, rest.isEmpty() ? "" : rest.substring(1));
    }

    private void readQuery(String text) {
        for (String pair : text.split("&", -1)) {
            String[] keyAndValue = pair.split("=", 2);
            if (keyAndValue.length != 2) {
                throw malformed("\"" + keyAndValue[0] + "\" has no value");
            }
            String key = decode(keyAndValue[0]);
            Parameter parameter = Parameter.ofKey(key)
                    .orElseThrow(() -> new SettingsException("invalid URI query parameter: \"" + key + "\""));
            put(parameter, keyAndValue[1]);
        }
    }

    private void put(Parameter parameter, String encoded) {
        if (!encoded.isEmpty()) {
            found.put(parameter, decode(encoded));
        }
    }

    private String decode(String text) {
        try {
            // the decoder is made for forms, where a plus is a blank
            String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (decoded.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw malformed("a percent sign is not followed by two hexadecimal digits");
        }
        throw malformed("%00 stands for nothing that can be sent");
    }

    /** Tells nothing of the URI, where a password may be. */
    private static SettingsException malformed(String why) {
        return new SettingsException("malformed connection URI: " + why);
    }
}
