package io.github.pgtwo.client.lexer;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a statement does to the transaction block. Only its text tells: ROLLBACK TO is answered like ROLLBACK, and AND
 * CHAIN like a plain end (protocol 2.0, section 5.6).
 */
public enum TransactionControl {
    /** Nothing. */
    NONE,
    /** Opens a block. */
    BEGIN,
    /** Ends it, and keeps what it has done. */
    COMMIT,
    /** Ends it and undoes it. */
    ROLLBACK,
    /** Undoes a part of it, and heals it if it has failed. */
    ROLLBACK_TO,
    /** Commits and opens the next one. */
    COMMIT_AND_CHAIN,
    /** Undoes it and opens the next one. */
    ROLLBACK_AND_CHAIN,
    /** Ends it, even if that fails. */
    PREPARE;

    private static final int WORDS_THAT_TELL = 5;

    /** Whether a block that was open is committed, or prepared for it. */
    public boolean commits() {
        return this == COMMIT || this == COMMIT_AND_CHAIN || this == PREPARE;
    }

    /** For each statement of a text, in order. */
    public static List<TransactionControl> of(String sql, ServerProfile profile) {
        List<TransactionControl> all = new ArrayList<>();
        SqlScanner scanner = new SqlScanner(sql, profile);
        List<String> words = new ArrayList<>();
        int tokens = 0;
        int depth = 0;
        while (true) {
            SqlScanner.Token token = scanner.next();
            boolean ends = token == SqlScanner.Token.END || (token == SqlScanner.Token.SEMICOLON && depth == 0);
            if (ends && tokens > 0) {
                all.add(of(words, tokens, profile));
                words.clear();
                tokens = 0;
            } else if (!ends) {
                tokens++;
                depth += depth(token, scanner);
                take(token, scanner, words);
            }
            if (token == SqlScanner.Token.END) {
                return all;
            }
        }
    }

    /** The statements of a rule stand in parentheses. */
    private static int depth(SqlScanner.Token token, SqlScanner scanner) {
        if (token != SqlScanner.Token.OTHER) {
            return 0;
        }
        return switch (scanner.text()) {
            case "(" -> 1;
            case ")" -> -1;
            default -> 0;
        };
    }

    private static void take(SqlScanner.Token token, SqlScanner scanner, List<String> words) {
        if (token == SqlScanner.Token.WORD && words.size() < WORDS_THAT_TELL) {
            words.add(scanner.text().toUpperCase(Locale.ROOT));
        }
    }

    private static TransactionControl of(List<String> words, int tokens, ServerProfile profile) {
        List<String> rest = words.stream()
                .skip(1)
                .filter(word -> !word.equals("WORK") && !word.equals("TRANSACTION"))
                .toList();
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "BEGIN", "START" -> BEGIN;
            case "COMMIT", "END" -> tokens == words.size() ? end(rest, COMMIT, COMMIT_AND_CHAIN, profile) : NONE;
            case "ROLLBACK", "ABORT" ->
                rest.stream().limit(1).anyMatch("TO"::equals)
                        ? ROLLBACK_TO
                        : end(rest, ROLLBACK, ROLLBACK_AND_CHAIN, profile);
            case "PREPARE" -> words.equals(List.of("PREPARE", "TRANSACTION")) ? PREPARE : NONE;
            default -> NONE;
        };
    }

    /** What else follows is no end: the server will not understand it, and the block stays. */
    private static TransactionControl end(
            List<String> rest, TransactionControl plain, TransactionControl chained, ServerProfile profile) {
        boolean chains = profile.has(ServerTrait.CHAINED_TRANSACTIONS);
        if (rest.isEmpty() || (chains && rest.equals(List.of("AND", "NO", "CHAIN")))) {
            return plain;
        }
        return chains && rest.equals(List.of("AND", "CHAIN")) ? chained : NONE;
    }
}
