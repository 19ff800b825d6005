package io.github.pgtwo.client.copy;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as lines of COPY's text format, in a form that servers of all versions read alike (protocol 2.0, section
 * 7.2), one behind the other into a buffer that is used again. Text becomes bytes in the session's charset.
 *
 * <p>A value is refused, by a {@link CopyDataException} that names its column, if the server would load something else:
 * NUL, what the charset lacks, and what would be taken for NULL, such as the text {@code \N} on 7.0 to 7.3. So is a row
 * that has not as many values as the first one on servers up to 7.2, which fill it up or cut it. The row is then as if
 * it had not begun. Not thread-safe.
 */
public final class CopyText {
    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST_KEPT = 1 << 20;
    /** Most bytes of a character, or half of one that takes two. */
    private static final int WIDEST = 3;

    private static final int TEXT_AT_ONCE = 4096;

    private final TextEncoding encoding;
    private final boolean utf8;
    private final byte[] escapes;
    private final boolean sameWidth;
    private final byte delimiter;
    private final byte[] nullText;
    private final List<byte[]> passForNull = new ArrayList<>();
    private final ByteSink<RuntimeException> escaping = this::escape;
    private byte[] buffer = new byte[SMALLEST];
    private int length;
    private int rowBegin;
    private int column;
    private int width;

    /** For a server, the format that the statement asks for, and the session's text; refuses what these cannot say. */
    public CopyText(CopyFormat format, ServerProfile profile, TextEncoding encoding) {
        if (profile.has(ServerTrait.COPY_NULL_ANYWHERE) && !format.nullText().equals("\\N")) {
            throw new CopyDataException("the server knows no other text for NULL than \\N");
        }
        this.encoding = encoding;
        utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
        sameWidth = profile.has(ServerTrait.COPY_TAKES_ANY_WIDTH);
        delimiter = (byte) format.delimiter();
        nullText = format.nullBytes(encoding);
        escapes = Escapes.of(format.delimiter());
        learnWhatPassesForNull(profile);
    }

    private void learnWhatPassesForNull(ServerProfile profile) {
        if (profile.has(ServerTrait.COPY_NULL_BY_CONTENT) || profile.has(ServerTrait.COPY_NULL_ANYWHERE)) {
            escape(nullText, 0, nullText.length);
            passForNull.add(Arrays.copyOf(buffer, length));
            clear();
        }
        passForNull.add(nullText);
    }

    /** Appends a row; null for NULL. */
    public CopyText row(@Nullable String... values) {
        for (String value : values) {
            value(value);
        }
        return endRow();
    }

    /** Appends the next value of a row; null for NULL. */
    public CopyText value(@Nullable String value) {
        if (value == null || !utf8) {
            return value(value == null ? null : encoded(value));
        }
        int begin = beginValue();
        int at = 0;
        while (at < value.length()) {
            at = escape(value, at, Math.min(value.length(), at + TEXT_AT_ONCE));
        }
        return endValue(begin);
    }

    private Bytes encoded(String value) {
        try {
            return encoding.encode(value);
        } catch (TextEncodingException e) {
            throw refused("cannot be sent: " + e.getMessage(), e);
        }
    }

    /** Appends the next value of a row as bytes in the session's encoding; null for NULL. */
    public CopyText value(@Nullable Bytes value) {
        int begin = beginValue();
        if (value == null) {
            return appendNull();
        }
        value.writeTo(escaping);
        return endValue(begin);
    }

    /** Ends the row. */
    public CopyText endRow() {
        if (column == 0) {
            throw new CopyDataException("a row has at least one value");
        }
        checkWidth();
        reserve(1);
        buffer[length++] = '\n';
        rowBegin = length;
        column = 0;
        return this;
    }

    private void checkWidth() {
        if (sameWidth && width != 0 && column != width) {
            int found = column;
            throw refused("is the first one too " + (found < width ? "few" : "many") + ": the first row has had "
                    + width + " values, and the server would load this one all the same");
        }
        width = column;
    }

    /** How many bytes are in the buffer, those of a row that was not ended among them. */
    public int length() {
        return length;
    }

    /** The rows that were ended; valid until the next call of anything here but {@link #length}. */
    public Bytes bytes() {
        return Bytes.wrap(buffer, 0, rowBegin);
    }

    /** Forgets everything; the buffer is used again, unless it has grown large. */
    public void clear() {
        length = 0;
        rowBegin = 0;
        column = 0;
        buffer = buffer.length > LARGEST_KEPT ? new byte[LARGEST_KEPT] : buffer;
    }

    private int beginValue() {
        if (column > 0) {
            reserve(1);
            buffer[length++] = delimiter;
        }
        return length;
    }

    private CopyText appendNull() {
        reserve(nullText.length);
        System.arraycopy(nullText, 0, buffer, length, nullText.length);
        length += nullText.length;
        column++;
        return this;
    }

    private CopyText endValue(int begin) {
        for (byte[] taken : passForNull) {
            if (Arrays.equals(buffer, begin, length, taken, 0, taken.length)) {
                throw refused("has a value that the server would take for NULL: choose another text for NULL");
            }
        }
        column++;
        return this;
    }

    private CopyDataException refused(String problem) {
        return refused(problem, null);
    }

    private CopyDataException refused(String problem, @Nullable Throwable cause) {
        int refused = column;
        length = rowBegin;
        column = 0;
        return new CopyDataException(refused, problem, cause);
    }

    private void escape(byte[] from, int offset, int count) {
        reserve(2L * count);
        byte[] into = buffer;
        byte[] behindBackslash = escapes;
        int at = length;
        for (int i = offset; i < offset + count; i++) {
            byte escape = behindBackslash[from[i] & 0xff];
            if (escape != 0) {
                at = putEscaped(escape, at);
            } else {
                into[at++] = from[i];
            }
        }
        length = at;
    }

    /** Puts characters up to an index, or one more so that a pair stays together; returns the index behind. */
    private int escape(String text, int from, int to) {
        reserve((long) WIDEST * (to - from + 1));
        byte[] into = buffer;
        byte[] behindBackslash = escapes;
        int at = length;
        int i = from;
        while (i < to) {
            char next = text.charAt(i++);
            if (next >= 0x80) {
                at = putWide(text.codePointAt(i - 1), at);
                i += Character.isSurrogate(next) ? 1 : 0;
            } else if (behindBackslash[next] != 0) {
                at = putEscaped(behindBackslash[next], at);
            } else {
                into[at++] = (byte) next;
            }
        }
        length = at;
        return i;
    }

    private int putEscaped(byte escape, int at) {
        if (escape == Escapes.REFUSED) {
            throw refused("has a NUL, which no server can store");
        }
        buffer[at] = '\\';
        buffer[at + 1] = escape;
        return at + 2;
    }

    private int putWide(int point, int at) {
        if (point <= Character.MAX_VALUE && Character.isSurrogate((char) point)) {
            throw refused("has half of a surrogate pair, which UTF-8 cannot express");
        }
        return Utf8.put(point, buffer, at);
    }

    private void reserve(long more) {
        long needed = length + more;
        if (needed > Integer.MAX_VALUE - 8) {
            throw refused("makes the rows longer than 2 GiB");
        }
        if (needed > buffer.length) {
            buffer =
                    Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * buffer.length)));
        }
    }
}
