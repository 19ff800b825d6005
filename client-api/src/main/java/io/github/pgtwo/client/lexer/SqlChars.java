package io.github.pgtwo.client.lexer;

/** What the server's lexer takes the characters for; all beyond ASCII are letters to it. */
final class SqlChars {
    private static final String OPERATORS = "~!@#^&|`?+-*/%<>=:$";
    private static final char FIRST_BEYOND_ASCII = '\u0080';

    private SqlChars() {}

    static boolean startsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= FIRST_BEYOND_ASCII;
    }

    static boolean continuesWord(char c) {
        return startsWord(c) || isDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || isLineEnd(c);
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Whether it can be part of an operator on any server. */
    static boolean isOperator(char c) {
        return OPERATORS.indexOf(c) >= 0;
    }
}
