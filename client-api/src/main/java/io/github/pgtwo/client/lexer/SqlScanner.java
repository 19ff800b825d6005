package io.github.pgtwo.client.lexer;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.StringSyntax;

/** Goes through a text token by token, as the server's lexer would (protocol 2.0, sections 13.1, 13.4). */
public final class SqlScanner {
    /** What a token is. */
    enum Token {
        WORD,
        SEMICOLON,
        OTHER,
        END
    }

    private final String sql;
    private final boolean backslashes;
    private final boolean dollars;
    private final boolean nested;
    private int next;
    private int start;

    SqlScanner(String sql, ServerProfile profile) {
        this.sql = sql;
        backslashes = profile.strings() == StringSyntax.BACKSLASH_ESCAPES;
        dollars = profile.has(ServerTrait.DOLLAR_QUOTES);
        nested = profile.has(ServerTrait.NESTED_COMMENTS);
    }

    /** Moves to the next token. */
    public Token next() {
        skipBlanksAndComments();
        start = next;
        if (next == sql.length()) {
            return Token.END;
        }
        char first = sql.charAt(next++);
        switch (first) {
            case ';' -> {
                return Token.SEMICOLON;
            }
            case '\'' -> skipQuoted('\'', backslashes);
            case '"' -> skipQuoted('"', false);
            case '$' -> skipDollarQuoted();
            default -> {
                return isWordStart(first) ? word(first) : Token.OTHER;
            }
        }
        return Token.OTHER;
    }

    /** The text of the token. */
    public String text() {
        return sql.substring(start, next);
    }

    private Token word(char first) {
        boolean escapes = (first == 'E' || first == 'e') && at(next, '\'');
        if (escapes) {
            next++;
            skipQuoted('\'', true);
            return Token.OTHER;
        }
        while (next < sql.length() && isWordPart(sql.charAt(next))) {
            next++;
        }
        return Token.WORD;
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
    }

    private void skipQuoted(char quote, boolean escapes) {
        while (next < sql.length()) {
            char c = sql.charAt(next++);
            if (c == quote) {
                return; // two of them: the second begins another token of the same value
            }
            if (escapes && c == '\\' && next < sql.length()) {
                next++;
            }
        }
    }

    private void skipDollarQuoted() {
        int tagEnd = next;
        while (tagEnd < sql.length() && sql.charAt(tagEnd) != '$' && isWordPart(sql.charAt(tagEnd))) {
            tagEnd++;
        }
        if (!dollars || !at(tagEnd, '$') || Character.isDigit(sql.charAt(next))) {
            return;
        }
        String tag = sql.substring(start, tagEnd + 1);
        int end = sql.indexOf(tag, tagEnd + 1);
        next = end < 0 ? sql.length() : end + tag.length();
    }

    private void skipBlanksAndComments() {
        while (next < sql.length()) {
            if (Character.isWhitespace(sql.charAt(next))) {
                next++;
            } else if (at(next, '-') && at(next + 1, '-')) {
                int end = sql.indexOf('\n', next);
                next = end < 0 ? sql.length() : end;
            } else if (at(next, '/') && at(next + 1, '*')) {
                skipComment();
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        int depth = 0;
        do {
            if (at(next, '/') && at(next + 1, '*') && (nested || depth == 0)) {
                depth++;
                next += 2;
            } else if (at(next, '*') && at(next + 1, '/')) {
                depth--;
                next += 2;
            } else {
                next++;
            }
        } while (depth > 0 && next < sql.length());
    }

    private boolean at(int index, char c) {
        return index < sql.length() && sql.charAt(index) == c;
    }
}
