package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;

/** A walk over the text of a value, which must be as expected. Not thread-safe. */
final class Scan {
    private static final int END = -1;
    private static final int SAFE_DIGITS = 18;

    private final Bytes text;
    private final String problem;
    private int at;

    /** Over a text that should be something, which the problem denies. */
    Scan(Bytes text, String problem) {
        this.text = text;
        this.problem = problem;
    }

    ValueException wrong() {
        return new ValueException(problem + ": byte " + at + " is unexpected");
    }

    boolean atEnd() {
        return at == text.length();
    }

    void end() {
        if (!atEnd()) {
            throw wrong();
        }
    }

    int peek() {
        return atEnd() ? END : text.at(at);
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    boolean atLetter() {
        int lower = peek() | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    boolean take(int expected) {
        boolean found = peek() == expected;
        at += found ? 1 : 0;
        return found;
    }

    void expect(int expected) {
        if (!take(expected)) {
            throw wrong();
        }
    }

    /** Takes a sign, if there is one: -1, 1, or 0. */
    int sign() {
        return take('-') ? -1 : take('+') ? 1 : 0;
    }

    /** How many digits follow. */
    int digitsAhead() {
        int end = at;
        while (end < text.length() && text.at(end) >= '0' && text.at(end) <= '9') {
            end++;
        }
        return end - at;
    }

    /** A number of at least and at most so many digits, at most 18. */
    long number(int least, int most) {
        int digits = digitsAhead();
        if (digits < least || digits > Math.min(most, SAFE_DIGITS)) {
            throw wrong();
        }
        long number = 0;
        for (int end = at + digits; at < end; at++) {
            number = 10 * number + (text.at(at) - '0');
        }
        return number;
    }

    int two() {
        return (int) number(2, 2);
    }

    /** A fraction behind a point, if there is one, in units of which 10 to the power of {@code digits} make one. */
    long fraction(int digits) {
        if (!take('.')) {
            return 0;
        }
        int count = digitsAhead();
        long fraction = number(1, SAFE_DIGITS);
        for (int i = count; i < digits; i++) {
            fraction *= 10;
        }
        for (int i = digits; i < count; i++) {
            if (fraction % 10 != 0) {
                throw new ValueException("has a finer fraction than can be held");
            }
            fraction /= 10;
        }
        return fraction;
    }

    /** At least one and at most so many letters. */
    String letters(int longest) {
        int begin = at;
        while (atLetter()) {
            at++;
        }
        if (at == begin || at - begin > longest) {
            throw wrong();
        }
        return text.slice(begin, at).text(StandardCharsets.US_ASCII);
    }

    /** What comes up to the next blank, at least one and at most so many bytes. */
    String word(int longest) {
        int end = text.indexOf(' ', at);
        Bytes word = text.slice(at, end < 0 ? text.length() : end);
        if (word.isEmpty() || word.length() > longest) {
            throw wrong();
        }
        at += word.length();
        return word.text(StandardCharsets.ISO_8859_1);
    }
}
