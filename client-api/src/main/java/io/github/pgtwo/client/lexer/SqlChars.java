package io.github.pgtwo.client.lexer;

/** What the server's lexer takes the characters for; all beyond ASCII are letters to it. */
public final class SqlChars {
    private static final String OPERATORS = "~!@#^&|`?+-*/%<>=:$";
    private static final char FIRST_BEYOND_ASCII = '\u0080';

    private SqlChars() {}

    /** Whether it can begin a word. */
    public static boolean startsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= FIRST_BEYOND_ASCII;
    }

    /** Whether it can go on with a word. */
    public static boolean continuesWord(char c) {
        return startsWord(c) || isDigit(c);
    }

    /** Whether it is a digit. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it is between tokens. */
    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || isLineEnd(c);
    }

    /** Whether it may end a line. */
    public static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Whether it can be part of an operator on any server. */
    public static boolean isOperator(char c) {
        return OPERATORS.indexOf(c) >= 0;
    }
}
