package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.lexer.SqlChars;
import io.github.pgtwo.client.lexer.SqlScanner;
import io.github.pgtwo.client.profile.ServerProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut at its placeholders, which stand where a server of that kind reads an expression, and nowhere else. What it
 * may read in more than one way is refused.
 */
final class Template {
    private static final int LONGEST_NAME = 63;

    private final String sql;
    private final SqlScanner scanner;
    private final List<Piece> pieces = new ArrayList<>();
    private int taken;
    private int wordEnd;
    private Neighbour before = Neighbour.OTHER;

    /** A text, and the placeholder behind it; the name of the last one is empty. */
    record Piece(String text, String name) {}

    /** What a literal might run into. */
    private enum Neighbour {
        LITERAL,
        PLACEHOLDER,
        OTHER
    }

    private Template(String sql, ServerProfile profile) {
        this.sql = sql;
        scanner = new SqlScanner(sql, profile);
    }

    /** Cuts a text. */
    static List<Piece> cut(String sql, ServerProfile profile) {
        Template template = new Template(sql, profile);
        template.cut();
        return template.pieces;
    }

    private void cut() {
        SqlScanner.Token token = scanner.next();
        while (token != SqlScanner.Token.END) {
            checkNoDoubt();
            if (token == SqlScanner.Token.OTHER && sql.charAt(scanner.start()) == '{') {
                brace();
            } else {
                pass(token);
            }
            token = scanner.next();
        }
        checkNoDoubt();
        pieces.add(new Piece(sql.substring(taken), ""));
    }

    private void pass(SqlScanner.Token token) {
        boolean literal = token == SqlScanner.Token.LITERAL;
        if (before == Neighbour.PLACEHOLDER && (literal || (startsWord() && scanner.start() == taken))) {
            throw refused("what stands at " + scanner.start() + " would run into the placeholder before it");
        }
        before = literal ? Neighbour.LITERAL : Neighbour.OTHER;
        if (literal || startsWord()) {
            wordEnd = scanner.end();
        }
    }

    private boolean startsWord() {
        char first = sql.charAt(scanner.start());
        return SqlChars.continuesWord(first) || first == '"';
    }

    private void brace() {
        int begin = scanner.start();
        pieces.add(new Piece(sql.substring(taken, begin), name(begin)));
        if (before != Neighbour.OTHER || (begin > 0 && begin == wordEnd)) {
            throw refused("the placeholder at " + begin + " would run into what stands before it");
        }
        before = Neighbour.PLACEHOLDER;
    }

    private String name(int begin) {
        int end = begin + 1;
        while (end < sql.length() && SqlChars.continuesWord(sql.charAt(end)) && end - begin <= LONGEST_NAME) {
            end++;
        }
        if (end == begin + 1 || end == sql.length() || sql.charAt(end) != '}') {
            throw refused("there is no placeholder such as {name} at " + begin + ", and no other use of a brace");
        }
        scanner.moveTo(end + 1);
        taken = end + 1;
        return sql.substring(begin + 1, end);
    }

    private void checkNoDoubt() {
        scanner.doubt().ifPresent(doubt -> {
            throw refused(doubt);
        });
    }

    private static SqlArgumentException refused(String problem) {
        return new SqlArgumentException("", "the template cannot be used: " + problem);
    }
}
