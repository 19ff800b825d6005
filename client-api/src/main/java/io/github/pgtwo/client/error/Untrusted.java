package io.github.pgtwo.client.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from a server on its way into messages and logs. */
final class Untrusted {
    private static final int LONGEST = 2000;

    /** All control characters, and what else ends a line. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private Untrusted() {}

    /** Of bounded length and on one line, so that it can neither flood nor forge a log. */
    static String forMessages(String text) {
        String bounded = text.length() <= LONGEST ? text : text.substring(0, end(text)) + "...";
        Matcher steering = STEERING.matcher(bounded);
        return steering.find() ? steering.replaceAll(" ").strip() : bounded;
    }

    /** No half of a character. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
