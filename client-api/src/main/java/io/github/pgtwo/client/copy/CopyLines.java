package io.github.pgtwo.client.copy;

import io.github.pgtwo.codec.Bytes;
import java.util.Arrays;

/**
 * Cuts copy data into lines, in whatever pieces it comes:
 *
 * <pre>{@code
 * lines.add(piece);
 * while (lines.next()) {
 *     use(lines.line());
 * }
 * }</pre>
 *
 * <p>Servers up to 7.1 write a newline of a value as a backslash and a real newline: there a line ends only at a newline
 * behind an even number of backslashes (protocol 2.0, section 7.2; the trait {@code COPY_OUT_RAW_NEWLINES}).
 *
 * <p>Each byte is looked at a bounded number of times. What is kept is the line that is not finished, within the limit.
 * Not thread-safe.
 */
public final class CopyLines {
    private static final int SMALLEST = 256;
    private static final int LARGEST_KEPT = 1 << 20;

    private final boolean rawNewlines;
    private final int longest;
    private Bytes piece = Bytes.EMPTY;
    private int at;
    private Bytes line = Bytes.EMPTY;
    private byte[] kept = {};
    private int keptLength;
    private boolean handedOut;
    private long number = -1;

    /**
     * Begins with the first line.
     *
     * @param rawNewlines whether a backslash in front of a newline makes it part of the line
     * @param longest how many bytes a line may have
     */
    public CopyLines(boolean rawNewlines, int longest) {
        this.rawNewlines = rawNewlines;
        this.longest = longest;
    }

    /**
     * Takes the next piece, which is not copied and has to stay as it is while its lines are in use.
     *
     * @throws IllegalStateException if {@link #next} has not returned false since the one before
     */
    public void add(Bytes next) {
        if (at < piece.length()) {
            throw new IllegalStateException("there are lines left of the piece before");
        }
        piece = next;
        at = 0;
    }

    /**
     * Moves to the next line.
     *
     * @return false if another piece is needed for that
     * @throws CopyDataException if the line is longer than the limit
     */
    public boolean next() {
        forgetHandedOut();
        int from = at;
        int end = piece.indexOf('\n', from);
        while (end >= 0 && !ends(from, end)) {
            end = piece.indexOf('\n', end + 1);
        }
        int to = end < 0 ? piece.length() : end;
        checkLength((long) keptLength + to - from);
        at = end < 0 ? to : end + 1;
        number += end < 0 ? 0 : 1;
        if (end >= 0 && keptLength == 0) {
            line = piece.slice(from, to);
            return true;
        }
        keep(from, to);
        handedOut = end >= 0;
        line = handedOut ? Bytes.wrap(kept, 0, keptLength) : Bytes.EMPTY;
        return handedOut;
    }

    /** The line that {@link #next} moved to, without its newline; valid until the next call of anything here. */
    public Bytes line() {
        return line;
    }

    /** Which one it is, from 0; -1 in front of the first one. */
    public long number() {
        return number;
    }

    /** Whether a line has begun that did not end. */
    public boolean unfinished() {
        return !handedOut && keptLength > 0;
    }

    private void forgetHandedOut() {
        if (handedOut) {
            handedOut = false;
            keptLength = 0;
            kept = kept.length > LARGEST_KEPT ? new byte[SMALLEST] : kept;
        }
    }

    /** Counts the backslashes in front of a newline, which may have come with pieces before. */
    private boolean ends(int from, int newline) {
        if (!rawNewlines) {
            return true;
        }
        int first = newline;
        while (first > from && piece.at(first - 1) == '\\') {
            first--;
        }
        int backslashes = newline - first;
        if (first == from) {
            int before = keptLength;
            while (before > 0 && kept[before - 1] == '\\') {
                before--;
            }
            backslashes += keptLength - before;
        }
        return backslashes % 2 == 0;
    }

    private void checkLength(long length) {
        if (length > longest) {
            throw new CopyDataException("a line is longer than the limit of " + longest + " bytes");
        }
    }

    private void keep(int from, int to) {
        int needed = keptLength + to - from;
        if (needed > kept.length) {
            kept = Arrays.copyOf(kept, (int) Math.max(SMALLEST, Math.min(longest, Math.max(needed, 2L * needed))));
        }
        piece.slice(from, to).copyTo(kept, keptLength);
        keptLength = needed;
    }
}
