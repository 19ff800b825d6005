package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;
import java.util.EnumMap;
import java.util.Map;

/** {@code host=db.example dbname='my shop'}: pairs between blanks, with quotes and backslashes. */
final class KeyValueText {
    private static final String BLANKS = " \t\n\013\f\r";

    private final String text;
    private final Map<Setting, String> found = new EnumMap<>(Setting.class);
    private int at;

    private KeyValueText(String text) {
        this.text = text;
    }

    static Map<Setting, String> parse(String text) {
        KeyValueText parsing = new KeyValueText(text);
        parsing.skipBlanks();
        while (parsing.more()) {
            parsing.readPair();
            parsing.skipBlanks();
        }
        return parsing.found;
    }

    private void readPair() {
        int start = at;
        String key = readKey();
        skipBlanks();
        String value = more() && text.charAt(at) == '\'' ? readQuoted() : readPlain();
        if (key.equals("requiressl")) { // what libpq 7.1 to 7.3 had in the place of sslmode
            found.put(Setting.SSLMODE, value.startsWith("1") ? "require" : "prefer");
        } else {
            found.put(setting(key, start), value);
        }
    }

    private static Setting setting(String key, int start) {
        return Setting.ofKey(key)
                .orElseThrow(() -> new PgSettingsException(
                        Problem.UNKNOWN,
                        "invalid connection option \"" + key + "\" at position " + (start + 1)
                                + " of the connection string"));
    }

    /** Up to the equals sign, which is taken too. */
    private String readKey() {
        int start = at;
        while (more() && text.charAt(at) != '=' && !isBlank()) {
            at++;
        }
        String key = text.substring(start, at);
        skipBlanks();
        if (!more() || text.charAt(at) != '=') {
            // what has no equals sign may be the rest of a password
            throw wrong("there is no \"=\" behind the word", start);
        }
        at++;
        return key;
    }

    private String readPlain() {
        StringBuilder value = new StringBuilder();
        while (more() && !isBlank()) {
            readCharacter(value);
        }
        return value.toString();
    }

    private String readQuoted() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (more() && text.charAt(at) != '\'') {
            readCharacter(value);
        }
        if (!more()) {
            throw wrong("there is no end of the quoted text", start);
        }
        at++;
        return value.toString();
    }

    /** A backslash makes the next character an ordinary one; at the end it is nothing. */
    private void readCharacter(StringBuilder into) {
        if (text.charAt(at) == '\\') {
            at++;
        }
        if (more()) {
            into.append(text.charAt(at++));
        }
    }

    private void skipBlanks() {
        while (more() && isBlank()) {
            at++;
        }
    }

    private boolean isBlank() {
        return BLANKS.indexOf(text.charAt(at)) >= 0;
    }

    private boolean more() {
        return at < text.length();
    }

    private static PgSettingsException wrong(String what, int position) {
        return new PgSettingsException(
                Problem.SYNTAX, what + " at position " + (position + 1) + " of the connection string");
    }
}
