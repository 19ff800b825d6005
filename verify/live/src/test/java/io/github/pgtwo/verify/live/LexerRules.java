package io.github.pgtwo.verify.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of the lexer of a release. */
final class LexerRules {
    private static final int R6_5 = 605;
    private static final int R7_1 = 701;
    private static final int R7_4 = 704;
    private static final int R8_0 = 800;
    private static final int R8_1 = 801;
    private static final int R8_4 = 804;
    private static final String BLANK = "[ \\t\\n\\r\\f]";
    private static final String LETTERS = "A-Za-z_\\u0080-\\uffff";

    /** What a match leads to, or is. */
    enum Kind {
        SKIP,
        BLOCK,
        PLAIN,
        ESCAPES,
        BITS,
        UNICODE,
        DOLLARS,
        OPERATOR,
        STRING,
        NAME,
        WORD,
        NUMBER,
        SIGN,
        REFUSED,
        ERROR
    }

    record Rule(Pattern pattern, Kind kind) {}

    private final int release;
    private final List<Rule> initial = new ArrayList<>();

    LexerRules(int release) {
        this.release = release;
        comments();
        quotes();
        String digits = "[0-9]+(\\.[0-9]*)?([Ee][-+]?[0-9]+)?";
        rule(release <= R6_5 ? "-?" + digits : digits + "|\\.[0-9]+([Ee][-+]?[0-9]+)?", Kind.NUMBER);
        rule("\\$[0-9]+", Kind.SIGN);
        rule("[" + LETTERS + "][" + LETTERS + "0-9" + (release >= R7_4 ? "$" : "") + "]*", Kind.WORD);
        rule("::", Kind.SIGN);
        rule("[-~!@#^&|`?+*/%<>=" + (release < R7_4 ? ":$" : "") + "]+", Kind.OPERATOR);
    }

    private void rule(String pattern, Kind kind) {
        initial.add(new Rule(Pattern.compile(pattern), kind));
    }

    private void comments() {
        rule(BLANK + "+", Kind.SKIP);
        if (release <= R6_5) {
            rule("(--|//)[^\\n]*\\n", Kind.SKIP);
            rule("/\\*[^\\n]*\\*/" + BLANK + "*", Kind.SKIP);
            rule("/\\*[-~!@#^&|`?+*/%<>=:$]*", Kind.BLOCK);
        } else {
            rule("--[^\\n\\r]*", Kind.SKIP);
            rule("/\\*[-~!@#^&|`?+*/%<>=:$]*", Kind.BLOCK);
        }
    }

    /** How much of a match begins the comment; up to 6.5 all of it, be it also its end. */
    int blockStart(String match) {
        return release <= R6_5 ? match.length() : 2;
    }

    private void quotes() {
        rule("'", Kind.PLAIN);
        rule("\"", Kind.NAME);
        rule("[bBxX]'", Kind.BITS);
        if (release >= R8_0) {
            rule("\\$([" + LETTERS + "][" + LETTERS + "0-9]*)?\\$", Kind.DOLLARS);
        }
        if (release >= R8_1) {
            rule("[eE]'", Kind.ESCAPES);
        }
        if (release >= R8_4) {
            rule("[uU]&'", Kind.UNICODE);
            rule("[uU]&\"", Kind.NAME);
        }
    }

    List<Rule> initial() {
        return initial;
    }

    /** What counts within a comment. */
    Pattern inBlock() {
        return Pattern.compile(nests() ? "/\\*|\\*/" : "\\*/");
    }

    boolean nests() {
        return release >= R7_1;
    }

    /** What is between two parts of one literal, with their quotes. */
    Pattern continuation() {
        return Pattern.compile(
                release < R7_1
                        ? "'" + BLANK + "*\\n" + BLANK + "*'"
                        : "'([ \\t\\f]|--[^\\n\\r]*)*+[\\n\\r](" + BLANK + "|--[^\\n\\r]*+[\\n\\r])*+'");
    }

    Pattern octal() {
        return Pattern.compile("[0-7]{1,3}");
    }

    /** A name behind its first quote. */
    Pattern name() {
        return Pattern.compile(release < R7_1 ? "[^\"]*\"" : "([^\"]|\"\")*+\"(?!\")");
    }

    /** What ends an operator. */
    List<String> commentsInOperators() {
        return release <= R6_5 ? List.of() : List.of("--", "/*");
    }
}
