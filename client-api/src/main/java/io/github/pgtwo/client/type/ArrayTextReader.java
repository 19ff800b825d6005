package io.github.pgtwo.client.type;

import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.codec.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an array from text (section 12.3). Elements are read where they lie, unless they have escapes. */
final class ArrayTextReader<T> {
    private static final Bytes NULL = Bytes.utf8("NULL");
    private static final int UNKNOWN = -1;
    private static final int MOST_BOUND_DIGITS = 10;

    private final Bytes text;
    private final ValueFormat format;
    private final ValueType<T> element;
    private final char separator;
    private final boolean bareBackslashes;
    private final List<@Nullable T> elements = new ArrayList<>();
    private final int[] lengths = new int[ArrayType.MOST_DIMENSIONS];
    private int depth;
    private int at;

    ArrayTextReader(Bytes text, ValueFormat format, ValueType<T> element, char separator) {
        this.text = text;
        this.format = format;
        this.element = element;
        this.separator = separator;
        bareBackslashes = format.has(ServerTrait.ARRAY_BACKSLASHES_BARE);
        Arrays.fill(lengths, UNKNOWN);
    }

    PgArray<T> read() {
        List<PgArray.Dimension> stated = stated();
        if (take('{') && !take('}')) {
            level(0);
        } else if (at == 0 || text.at(at - 1) != '}') {
            throw wrong();
        }
        if (at != text.length()) {
            throw wrong();
        }
        return new PgArray<>(dimensions(stated), elements);
    }

    private ValueException wrong() {
        return new ValueException("is no array: byte " + at + " is unexpected");
    }

    private int peek() {
        return at < text.length() ? text.at(at) & 0xff : UNKNOWN;
    }

    private boolean take(int expected) {
        boolean found = peek() == expected;
        at += found ? 1 : 0;
        return found;
    }

    /** {@code [2:4][0:1]=}, from 8.0 on where a lower bound is not 1. */
    private List<PgArray.Dimension> stated() {
        List<PgArray.Dimension> stated = new ArrayList<>();
        int prefix = peek() == '[' ? text.indexOf('=') : UNKNOWN;
        if (prefix < 0) {
            return stated;
        }
        Scan scan = new Scan(text.slice(0, prefix), "is no array");
        while (!scan.atEnd()) {
            scan.expect('[');
            int lower = bound(scan);
            scan.expect(':');
            int upper = bound(scan);
            scan.expect(']');
            stated.add(new PgArray.Dimension(lower, Math.toIntExact(1L + upper - lower)));
        }
        at = prefix + 1;
        return stated;
    }

    private static int bound(Scan scan) {
        int sign = scan.sign() < 0 ? -1 : 1;
        return Math.toIntExact(sign * scan.number(1, MOST_BOUND_DIGITS));
    }

    private List<PgArray.Dimension> dimensions(List<PgArray.Dimension> stated) {
        List<PgArray.Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            int lower = stated.isEmpty()
                    ? 1
                    : stated.get(Math.min(i, stated.size() - 1)).lowerBound();
            dimensions.add(new PgArray.Dimension(lower, lengths[i]));
        }
        if (!stated.isEmpty() && !stated.equals(dimensions)) {
            throw new ValueException("is an array whose dimensions are not those that it states");
        }
        return dimensions;
    }

    /** What stands behind an opening brace, up to the one that closes it. */
    private void level(int level) {
        if (level == ArrayType.MOST_DIMENSIONS) {
            throw wrong();
        }
        int count = 0;
        do {
            count++;
            if (take('{')) {
                level(level + 1);
            } else {
                leaf(level + 1);
            }
        } while (take(separator));
        if (!take('}') || (lengths[level] != UNKNOWN && lengths[level] != count)) {
            throw wrong();
        }
        lengths[level] = count;
    }

    private void leaf(int dimensions) {
        if (depth != 0 && depth != dimensions) {
            throw wrong();
        }
        depth = dimensions;
        if (take('"')) {
            elements.add(element.read(quoted(), format));
            return;
        }
        Bytes bare = bare();
        boolean isNull = format.has(ServerTrait.ARRAY_NULLS) && bare.equals(NULL);
        elements.add(isNull ? null : element.read(bare, format));
    }

    /** No server leaves an empty element without quotes, nor one with a backslash from 7.2 on. */
    private Bytes bare() {
        int begin = at;
        while (at < text.length() && !isStop(text.at(at))) {
            at++;
        }
        if (begin == at) {
            throw wrong();
        }
        return text.slice(begin, at);
    }

    private boolean isStop(int next) {
        return next == separator || next == '{' || next == '}' || next == '"' || (next == '\\' && !bareBackslashes);
    }

    /** Up to the quote that closes it. */
    private Bytes quoted() {
        int begin = at;
        int escapes = 0;
        while (peek() != '"') {
            if (isEscape(text, at)) {
                escapes++;
                at++;
                refuseAmbiguous();
            }
            if (at++ >= text.length()) {
                throw wrong();
            }
        }
        Bytes raw = text.slice(begin, at++);
        return escapes == 0 ? raw : unescaped(raw, escapes);
    }

    /** Old servers escape quotes alone. */
    private boolean isEscape(Bytes bytes, int index) {
        return index < bytes.length()
                && bytes.at(index) == '\\'
                && (!bareBackslashes || (index + 1 < bytes.length() && bytes.at(index + 1) == '"'));
    }

    /** There, a backslash and a quote may also be the end of an element. */
    private void refuseAmbiguous() {
        int behind = at + 1 < text.length() ? text.at(at + 1) : UNKNOWN;
        if (bareBackslashes && (behind == separator || behind == '}')) {
            throw new ValueException("is an array whose elements this release does not tell apart");
        }
    }

    private Bytes unescaped(Bytes raw, int escapes) {
        byte[] bytes = new byte[raw.length() - escapes];
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            from += isEscape(raw, from) ? 1 : 0;
            bytes[i] = raw.at(from++);
        }
        return Bytes.wrap(bytes);
    }
}
