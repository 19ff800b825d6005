package io.github.pgtwo.console;

import java.util.Arrays;

/** An option of the command line. */
enum Flag {
    COMMAND('c', "command", true),
    DBNAME('d', "dbname", true),
    HOST('h', "host", true),
    PORT('p', "port", true),
    USERNAME('U', "username", true),
    NO_ALIGN('A', "no-align", false),
    FIELD_SEPARATOR('F', "field-separator", true),
    TUPLES_ONLY('t', "tuples-only", false),
    QUIET('q', "quiet", false),
    NO_PSQLRC('X', "no-psqlrc", false),
    ALLOW_CLEARTEXT(Flag.NO_LETTER, "allow-cleartext", false),
    EMBEDDED(Flag.NO_LETTER, "embedded", false),
    DEMO(Flag.NO_LETTER, "demo", false),
    VERSION('V', "version", false),
    HELP('?', "help", false);

    private static final char NO_LETTER = 0;

    private final char letter;
    private final String word;
    private final boolean takesValue;

    Flag(char letter, String word, boolean takesValue) {
        this.letter = letter;
        this.word = word;
        this.takesValue = takesValue;
    }

    boolean takesValue() {
        return takesValue;
    }

    /** Its long form. */
    String word() {
        return "--" + word;
    }

    static Flag ofLetter(char letter) {
        return Arrays.stream(values())
                .filter(flag -> flag.letter == letter)
                .findFirst()
                .orElseThrow(() -> new UsageException("invalid option -- '" + letter + "'"));
    }

    static Flag ofWord(String word) {
        return Arrays.stream(values())
                .filter(flag -> flag.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("unrecognized option '--" + word + "'"));
    }
}
