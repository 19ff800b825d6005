package io.github.pgtwo.client.error;

/** Text from a server on its way into messages and logs. */
final class Untrusted {
    private static final int LONGEST = 2000;

    private Untrusted() {}

    /** Of bounded length and on one line, so that it can neither flood nor forge a log. */
    static String forMessages(String text) {
        String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return bounded.codePoints().anyMatch(Character::isISOControl)
                ? bounded.replaceAll("\\p{Cntrl}+", " ").strip()
                : bounded;
    }
}
