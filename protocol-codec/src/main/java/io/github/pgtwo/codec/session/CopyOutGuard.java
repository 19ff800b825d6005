package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;

/**
 * Keeps what COPY TO STDOUT sends from ending before its end, over all its pieces: the client looks for a line
 * {@code \.}, and counts no backslashes for that (section 7.3).
 */
final class CopyOutGuard {
    private static final String MARKER = "\\.";
    private static final int NO_MATCH = -1;

    /** How much of the marker the current line consists of. */
    private int matched;

    /** Copy data begins. */
    void begin() {
        matched = 0;
    }

    /** Takes the next piece; refuses it, and changes nothing, if it would end the data. */
    void take(Bytes data) {
        int state = matched;
        for (int at = 0; at < data.length(); at++) {
            if (state == NO_MATCH) {
                int lineEnd = data.indexOf('\n', at);
                state = lineEnd < 0 ? NO_MATCH : 0;
                at = lineEnd < 0 ? data.length() : lineEnd;
            } else {
                state = after(state, data.at(at), at);
            }
        }
        matched = state;
    }

    private static int after(int state, byte next, int at) {
        if (state < MARKER.length()) {
            return next == '\n' ? 0 : next == MARKER.charAt(state) ? state + 1 : NO_MATCH;
        }
        if (next == '\n') {
            throw new LocalProtocolException(
                    "CopyOutData.data", "has a line \\. up to byte " + at + ", which would end the data");
        }
        return NO_MATCH;
    }

    /** Refuses a message that a client recognises at the beginning of a line only. */
    void checkLineStart(String what) {
        if (matched != 0) {
            throw new LocalProtocolException(what, "is illegal in the middle of a line of copy data");
        }
    }
}
