package io.github.pgtwo.client.lexer;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import org.jspecify.annotations.Nullable;

/** Passes over what is between tokens: blanks and comments (protocol 2.0, section 13.4). */
final class Blanks {
    private final String sql;
    private final boolean nested;
    private final boolean slashes;
    private int next;
    private boolean newLine;
    private @Nullable String doubt;

    Blanks(String sql, ServerProfile profile) {
        this.sql = sql;
        nested = profile.has(ServerTrait.NESTED_COMMENTS);
        slashes = profile.has(ServerTrait.SLASH_COMMENTS);
    }

    /** The index of the next token. */
    int skip(int from) {
        next = from;
        newLine = false;
        boolean block = false;
        while (next < sql.length()) {
            if (SqlChars.isBlank(sql.charAt(next))) {
                newLine |= SqlChars.isLineEnd(sql.charAt(next++));
            } else if (isPair('-', '-') || (slashes && isPair('/', '/'))) {
                checkNoOperatorBefore();
                skipLine();
            } else if (isPair('/', '*')) {
                checkNoOperatorBefore();
                skipBlock();
                block = true;
            } else {
                break;
            }
        }
        newLine &= !block;
        return next;
    }

    /** Whether the blanks that were passed over make one literal of those on both sides. */
    boolean newLine() {
        return newLine;
    }

    /** Something that servers read in more than one way; null if there was nothing up to now. */
    @Nullable
    String doubt() {
        return doubt;
    }

    private void doubt(String found) {
        if (doubt == null) {
            doubt = found;
        }
    }

    /** Up to 6.5 all of it is an operator. */
    private void checkNoOperatorBefore() {
        if (next > 0 && SqlChars.isOperator(sql.charAt(next - 1))) {
            doubt("the comment at " + next + " stands directly behind a sign: put a blank between them");
        }
    }

    private void skipLine() {
        while (next < sql.length() && !SqlChars.isLineEnd(sql.charAt(next))) {
            next++;
        }
        boolean alone = at(next, '\r') && !at(next + 1, '\n');
        if (alone) {
            doubt("the comment may or may not end at " + next + ", with a carriage return alone");
        }
    }

    private void skipBlock() {
        int from = next;
        if (!nested) {
            doubt("servers before 7.1 have rules of their own for the end of the comment at " + from + ": write --");
        }
        int depth = 0;
        do {
            if (isPair('/', '*') && (nested || depth == 0)) {
                depth++;
                next += 2;
            } else if (isPair('*', '/')) {
                depth--;
                next += 2;
            } else {
                next++;
            }
        } while (depth > 0 && next < sql.length());
        if (depth > 0) {
            doubt("the comment at " + from + " has no end");
        }
    }

    private boolean isPair(char first, char second) {
        return at(next, first) && at(next + 1, second);
    }

    private boolean at(int index, char c) {
        return index < sql.length() && sql.charAt(index) == c;
    }
}
