package io.github.pgtwo.codec.wire;

import java.util.List;

/**
 * Cuts copy data into pieces that can be handed out, and finds the line {@code \.} that ends it (section 7).
 * Two bytes at most are held back, because they may be the beginning of that line.
 */
public final class CopyScanner {
    /** How a message begins, tag included, that a server puts between two lines of data. */
    public static final List<String> MESSAGES = List.of("EERROR:  ", "EFATAL 1:  ", "EFATAL 2:  ", "NNOTICE:  ");

    private static final int NEWLINE = '\n';
    private static final byte[] MARKER = {'\\', '.', NEWLINE};

    private final int longest;
    private boolean lineStart;
    private boolean ended;
    private int matched;
    private boolean escaping;

    CopyScanner(int longest) {
        this.longest = longest;
    }

    /** Copy data begins. */
    public void begin() {
        lineStart = true;
        matched = 0;
        escaping = false;
    }

    /** Whether the next byte begins a line. */
    public boolean atLineStart() {
        return lineStart;
    }

    /** Whether the piece found last is the end marker. */
    public boolean ended() {
        return ended;
    }

    /** Walks over the next piece: data, or the end marker. */
    public boolean scan(FrameScanner in) {
        return scan(in, false);
    }

    /** The same, but a piece of data has no more than one line. */
    public boolean scanLine(FrameScanner in) {
        return scan(in, true);
    }

    /** The same where the marker may stand behind data in its line, unless its backslash is escaped. */
    public boolean scanUnescaped(FrameScanner in) {
        int most = Math.min(in.left(), longest);
        int at = in.find(MARKER[0], escaping ? 1 : 0, most);
        while (at < most && !mayBeMarker(in, at)) {
            at = in.find(MARKER[0], at + 2, most);
        }
        ended = at == 0 && in.left() >= MARKER.length;
        if (at == 0 && !ended) {
            return false;
        }
        escaping = at > most;
        return in.skip(ended ? MARKER.length : Math.min(at, most));
    }

    private static boolean mayBeMarker(FrameScanner in, int from) {
        int end = Math.min(in.left(), from + MARKER.length);
        int at = from;
        while (at < end && in.int8(at) == MARKER[at - from]) {
            at++;
        }
        return at == end;
    }

    private boolean scan(FrameScanner in, boolean oneLine) {
        if (lineStart && !matchMarker(in)) {
            return false;
        }
        ended = matched == MARKER.length;
        if (ended) {
            matched = 0;
            return in.skip(MARKER.length);
        }
        int most = Math.min(in.left(), longest);
        int length = oneLine ? Math.min(most, in.find(NEWLINE, 0, most) + 1) : dataLength(in, matched, most);
        matched = 0;
        lineStart = in.int8(length - 1) == NEWLINE;
        return in.skip(length);
    }

    /** Whether it can be said, with what is there, if the line is the marker. */
    private boolean matchMarker(FrameScanner in) {
        while (matched < MARKER.length && matched < in.left()) {
            if (in.int8(matched) != MARKER[matched]) {
                return true;
            }
            matched++;
        }
        return matched == MARKER.length;
    }

    /** Up to where there is no line that is, or may become, the marker. */
    private static int dataLength(FrameScanner in, int from, int to) {
        int at = in.findPair(MARKER[0], MARKER[1], Math.max(from, 1), to);
        while (at < to) {
            if (in.int8(at - 1) == NEWLINE && (at + 2 == to || in.int8(at + 2) == NEWLINE)) {
                return at;
            }
            at = in.findPair(MARKER[0], MARKER[1], at + 2, to);
        }
        boolean mayBegin = to > 1 && in.int8(to - 1) == MARKER[0] && in.int8(to - 2) == NEWLINE;
        return mayBegin ? to - 1 : to;
    }
}
