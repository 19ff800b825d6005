package io.github.pgtwo.verify.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lexers of servers from 6.4 to 13 as far as quotes, comments and operators go, in the way of flex: of all rules
 * the one that matches most, and of equals the first (protocol 2.0, section 13). Shares nothing with the client.
 */
final class LexerModel {
    private final LexerRules rules;
    private final boolean standardStrings;
    private final List<LexerToken> tokens = new ArrayList<>();
    private String sql = "";
    private int next;

    /** As of a release, such as 704, with that setting of {@code standard_conforming_strings} from 8.2 on. */
    LexerModel(int release, boolean standardStrings) {
        rules = new LexerRules(release);
        this.standardStrings = standardStrings && release >= 802;
    }

    /** What a text consists of; the last token is an error if it breaks off. */
    List<LexerToken> tokens(String text) {
        tokens.clear();
        sql = text;
        next = 0;
        while (next < sql.length()) {
            rule();
        }
        return List.copyOf(tokens);
    }

    private void rule() {
        int length = 0;
        LexerRules.Kind kind = LexerRules.Kind.SIGN;
        for (LexerRules.Rule rule : rules.initial()) {
            Matcher matcher = matcher(rule.pattern(), next);
            if (matcher.lookingAt() && matcher.end() - next > length) {
                length = matcher.end() - next;
                kind = rule.kind();
            }
        }
        int from = next;
        next += Math.max(length, 1);
        act(kind, sql.substring(from, next));
    }

    private Matcher matcher(Pattern pattern, int from) {
        return pattern.matcher(sql).region(from, sql.length());
    }

    private void act(LexerRules.Kind kind, String text) {
        switch (kind) {
            case SKIP -> {}
            case BLOCK -> {
                next -= text.length() - rules.blockStart(text);
                block();
            }
            case PLAIN -> string(!standardStrings, false);
            case ESCAPES -> string(true, false);
            case BITS -> string(false, true);
            case UNICODE -> {
                if (standardStrings) {
                    string(false, false);
                } else {
                    fail(LexerRules.Kind.REFUSED); // by the server, before anything runs
                }
            }
            case NAME -> name();
            case DOLLARS -> dollars(text);
            case OPERATOR -> operator(text);
            case SIGN, WORD, NUMBER -> tokens.add(new LexerToken(kind, text));
            default -> throw new AssertionError(kind);
        }
    }

    private void fail(LexerRules.Kind kind) {
        tokens.add(new LexerToken(kind, ""));
        next = sql.length();
    }

    private void block() {
        int depth = 1;
        while (depth > 0) {
            Matcher matcher = matcher(rules.inBlock(), next);
            if (!matcher.find()) {
                fail(LexerRules.Kind.ERROR);
                return;
            }
            next = matcher.end();
            boolean end = matcher.group().endsWith("*/");
            depth += end ? -1 : rules.nests() ? 1 : 0;
        }
    }

    private void string(boolean escapes, boolean bits) {
        StringBuilder value = new StringBuilder();
        while (next < sql.length()) {
            char c = sql.charAt(next++);
            Matcher more = matcher(rules.continuation(), next - 1);
            if (c == '\\' && escapes && next < sql.length()) {
                escape(value);
            } else if (c != '\'') {
                value.append(c);
            } else if (!bits && next < sql.length() && sql.charAt(next) == '\'') {
                value.append(c);
                next++;
            } else if (more.lookingAt()) {
                next = more.end();
            } else {
                tokens.add(new LexerToken(LexerRules.Kind.STRING, value.toString()));
                return;
            }
        }
        fail(LexerRules.Kind.ERROR);
    }

    private void escape(StringBuilder value) {
        Matcher octal = matcher(rules.octal(), next);
        if (octal.lookingAt()) {
            next = octal.end();
            value.append((char) Integer.parseInt(octal.group(), 8));
            return;
        }
        char c = sql.charAt(next++);
        int known = "bfnrt".indexOf(c);
        value.append(known < 0 ? c : "\b\f\n\r\t".charAt(known));
    }

    private void name() {
        Matcher matcher = matcher(rules.name(), next);
        if (matcher.lookingAt()) {
            next = matcher.end();
            tokens.add(new LexerToken(LexerRules.Kind.NAME, matcher.group()));
        } else {
            fail(LexerRules.Kind.ERROR);
        }
    }

    private void dollars(String tag) {
        int end = sql.indexOf(tag, next);
        if (end < 0) {
            fail(LexerRules.Kind.ERROR);
        } else {
            tokens.add(new LexerToken(LexerRules.Kind.STRING, sql.substring(next, end)));
            next = end + tag.length();
        }
    }

    /** From 7.0 on a comment begins inside of what looks like an operator. */
    private void operator(String text) {
        int end = text.length();
        for (String comment : rules.commentsInOperators()) {
            int at = text.indexOf(comment, 1);
            end = at > 0 ? Math.min(end, at) : end;
        }
        next -= text.length() - end;
        tokens.add(new LexerToken(LexerRules.Kind.SIGN, text.substring(0, end)));
    }
}
