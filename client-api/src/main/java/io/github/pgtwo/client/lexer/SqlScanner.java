package io.github.pgtwo.client.lexer;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.StringSyntax;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a text token by token, as the server's lexer would, in one pass (protocol 2.0, sections 13.1, 13.4).
 * Where servers, or settings that the client cannot see, differ in what they read, it goes on with one reading and keeps
 * a {@link #doubt}.
 */
public final class SqlScanner {
    /** What a token is. */
    public enum Token {
        /** A name or keyword without quotes. */
        WORD,
        /** A literal in quotes of any kind. */
        LITERAL,
        /** A semicolon. */
        SEMICOLON,
        /** A number, a name in quotes, or one sign of what is left. */
        OTHER,
        /** Behind the last token. */
        END
    }

    /** What is special between quotes. */
    private enum Quoting {
        NAME,
        PLAIN,
        ESCAPES,
        BITS
    }

    private final String sql;
    private final ServerProfile profile;
    private final Blanks blanks;
    private Quoting latest = Quoting.NAME;
    private int next;
    private int start;
    private @Nullable String doubt;

    /** At the beginning of a text. */
    public SqlScanner(String sql, ServerProfile profile) {
        this.sql = sql;
        this.profile = profile;
        blanks = new Blanks(sql, profile);
    }

    /** Moves to the next token. */
    public Token next() {
        start = blanks.skip(next);
        doubt(blanks.doubt());
        next = start;
        if (next == sql.length()) {
            return Token.END;
        }
        Quoting before = latest;
        latest = Quoting.NAME;
        char first = sql.charAt(next++);
        return switch (first) {
            case ';' -> Token.SEMICOLON;
            case '\'' -> literal(blanks.newLine() && before != Quoting.NAME ? before : Quoting.PLAIN);
            case '"' -> quoted(Quoting.NAME, '"', Token.OTHER);
            case '$' -> dollar();
            default -> other(first);
        };
    }

    private Token other(char first) {
        if (SqlChars.startsWord(first)) {
            return word(first);
        }
        if (SqlChars.isDigit(first)) {
            number();
        }
        return Token.OTHER;
    }

    /** Where the token begins. */
    public int start() {
        return start;
    }

    /** The index behind the token. */
    public int end() {
        return next;
    }

    /** Takes what stands in front of an index, from the end of the token on, for part of the token. */
    public void moveTo(int index) {
        next = index;
    }

    /** The text of the token. */
    public String text() {
        return sql.substring(start, next);
    }

    /** The first thing up to here that may be read in more than one way, and where. */
    public Optional<String> doubt() {
        return Optional.ofNullable(doubt);
    }

    private void doubt(@Nullable String found) {
        if (doubt == null) {
            doubt = found;
        }
    }

    private Token word(char first) {
        if (at(next, '\'')) {
            Quoting prefix = prefix(first);
            if (prefix != Quoting.PLAIN) {
                next++;
                return literal(prefix);
            }
        }
        boolean dollars = profile.has(ServerTrait.DOLLARS_IN_WORDS);
        while (next < sql.length()
                && (SqlChars.continuesWord(sql.charAt(next)) || (dollars && sql.charAt(next) == '$'))) {
            next++;
        }
        return Token.WORD;
    }

    private static Quoting prefix(char letter) {
        return switch (letter) {
            case 'e', 'E' -> Quoting.ESCAPES;
            case 'b', 'B', 'x', 'X' -> Quoting.BITS;
            default -> Quoting.PLAIN;
        };
    }

    private Token literal(Quoting quoting) {
        latest = quoting;
        return quoted(quoting, '\'', Token.LITERAL);
    }

    private Token quoted(Quoting quoting, char quote, Token token) {
        while (next < sql.length()) {
            char c = sql.charAt(next++);
            if (c == '\\' && quoting != Quoting.NAME) {
                backslashes(quoting);
            } else if (c == quote) {
                if (!at(next, quote)) {
                    return token;
                }
                next++;
            }
        }
        doubt("what is quoted from " + start + " on has no end");
        return token;
    }

    /** Behind the first of a run; only the last one can matter, if a quote follows. */
    private void backslashes(Quoting quoting) {
        int first = next - 1;
        while (at(next, '\\')) {
            next++;
        }
        boolean escapes = quoting == Quoting.ESCAPES
                || (quoting == Quoting.PLAIN && profile.strings() == StringSyntax.BACKSLASH_ESCAPES);
        if (quoting == Quoting.BITS) {
            doubt("there is a backslash among bits at " + first);
        } else if ((next - first) % 2 == 1 && at(next, '\'')) {
            if (quoting == Quoting.PLAIN && profile.has(ServerTrait.STANDARD_STRINGS_SETTING)) {
                doubt("whether the quote at " + next
                        + " ends the literal depends on standard_conforming_strings: write E'...'");
            }
            next += escapes ? 1 : 0;
        }
    }

    private Token dollar() {
        if (at(next, '$') || (next < sql.length() && SqlChars.startsWord(sql.charAt(next)))) {
            return dollarQuoted();
        }
        if (next < sql.length() && SqlChars.isDigit(sql.charAt(next))) {
            skipDigits();
            checkBehindNumber();
        }
        return Token.OTHER;
    }

    private Token dollarQuoted() {
        int tagEnd = next;
        while (tagEnd < sql.length() && SqlChars.continuesWord(sql.charAt(tagEnd))) {
            tagEnd++;
        }
        if (!profile.has(ServerTrait.DOLLAR_QUOTES) || !at(tagEnd, '$')) {
            return Token.OTHER;
        }
        String tag = sql.substring(start, tagEnd + 1);
        int end = sql.indexOf(tag, tagEnd + 1);
        if (end < 0) {
            doubt("what is quoted from " + start + " on has no end");
        }
        next = end < 0 ? sql.length() : end + tag.length();
        return Token.LITERAL;
    }

    private void number() {
        skipDigits();
        if (at(next, '.')) {
            next++;
            skipDigits();
        }
        if (at(next, 'e') || at(next, 'E')) {
            int sign = at(next + 1, '+') || at(next + 1, '-') ? 1 : 0;
            int digits = next + 1 + sign;
            if (digits < sql.length() && SqlChars.isDigit(sql.charAt(digits))) {
                next = digits;
                skipDigits();
            }
        }
        checkBehindNumber();
    }

    private void skipDigits() {
        while (next < sql.length() && SqlChars.isDigit(sql.charAt(next))) {
            next++;
        }
    }

    private void checkBehindNumber() {
        if (next < sql.length() && (SqlChars.startsWord(sql.charAt(next)) || at(next, '$'))) {
            doubt("a number runs into a word at " + next);
        }
    }

    private boolean at(int index, char c) {
        return index < sql.length() && sql.charAt(index) == c;
    }
}
