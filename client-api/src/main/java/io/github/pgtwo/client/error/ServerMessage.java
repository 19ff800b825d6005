package io.github.pgtwo.client.error;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.codec.backend.ErrorResponse;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error or notice as the server worded it (section 5.1). Protocol 2.0 sends one text and no SQLSTATE; the
 * parts are cut out of it, and the words may be in the server's language. Untrusted: may hold control
 * characters and newlines.
 *
 * @param severity such as {@code ERROR} or {@code FATAL 1}; empty where the text has none
 * @param message the first line, without severity
 * @param detail the lines after it; empty if there are none
 * @param position where in the query text the error is, in characters from 1, if the server tells
 * @param raw the whole text without the newlines at its end
 */
public record ServerMessage(String severity, String message, String detail, OptionalInt position, String raw) {
    private static final Pattern LAYOUT = Pattern.compile("(?:([^\n:]{1,32}):  )?([^\n]*)\n?(.*)", Pattern.DOTALL);
    private static final int LONGEST_REFUSAL = 200;
    private static final Pattern POSITION = Pattern.compile(" at character (\\d{1,9})$");

    /** What an error says. */
    public static ServerMessage of(ErrorResponse error, TextEncoding encoding) {
        return parse(encoding.decodeLeniently(error.text()));
    }

    /** Cuts a text into its parts. */
    public static ServerMessage parse(String text) {
        String raw = withoutLastNewlines(text);
        Matcher layout = LAYOUT.matcher(raw);
        if (!layout.matches()) {
            return new ServerMessage("", raw, "", OptionalInt.empty(), raw);
        }
        String severity = layout.group(1) == null ? "" : layout.group(1);
        return new ServerMessage(severity, layout.group(2), layout.group(3), position(layout.group(2)), raw);
    }

    private static String withoutLastNewlines(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private static OptionalInt position(String message) {
        Matcher position = POSITION.matcher(message);
        return position.find() ? OptionalInt.of(Integer.parseInt(position.group(1))) : OptionalInt.empty();
    }

    /** The whole, of bounded length and on one line, so that it can neither flood nor forge a log. */
    public String forLogs() {
        return Untrusted.forMessages(raw);
    }

    /** Whether a server says that it does not accept protocol 2.0, in whatever language (sections 1.2, 3.13). */
    public boolean refusesProtocol() {
        String beginning =
                raw.substring(0, Math.min(raw.length(), LONGEST_REFUSAL)).toLowerCase(Locale.ROOT);
        return raw.isEmpty()
                || beginning.contains("unsupported frontend protocol")
                || (beginning.contains(" 2.0") && beginning.contains(" 3.0"));
    }
}
