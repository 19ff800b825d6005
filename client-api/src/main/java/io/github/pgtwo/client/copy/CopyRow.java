package io.github.pgtwo.client.copy;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgValueException;
import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.Bytes;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one line of COPY's text format (protocol 2.0, section 7.2). One object serves for all lines, one after
 * the other. Understands what servers of all versions write. Not thread-safe.
 */
public final class CopyRow {
    private static final int FEW_COLUMNS = 16;
    private static final int NULL = -1;
    private static final int OCTAL_DIGITS = 3;
    private static final int HEX_DIGITS = 2;
    private static final int OCTAL = 8;
    private static final int HEX = 16;

    private final byte delimiter;
    private final byte[] nullText;
    private final TextEncoding encoding;
    private final ByteSink<RuntimeException> decoding = this::decode;
    private long number;
    private byte[] decoded = {};
    private int length;
    private int[] begins = new int[FEW_COLUMNS];
    private int[] ends = new int[FEW_COLUMNS];
    private int columns;

    /** For lines in this format, whose text is that of a session; refuses a text for NULL that this cannot say. */
    public CopyRow(CopyFormat format, TextEncoding encoding) {
        delimiter = (byte) format.delimiter();
        nullText = format.nullBytes(encoding);
        this.encoding = encoding;
    }

    /**
     * Takes the values of a line without its newline, in place of those before.
     *
     * @param which of the lines it is, from 0, as errors tell it
     */
    public CopyRow decode(long which, Bytes line) {
        number = which;
        length = 0;
        columns = 0;
        if (decoded.length < line.length()) {
            decoded = new byte[line.length()];
        }
        if (line.isEmpty()) {
            finish(decoded, 0, 0, 0);
        } else {
            line.writeTo(decoding);
        }
        return this;
    }

    private void decode(byte[] line, int offset, int count) {
        int end = offset + count;
        int at = offset;
        while (true) {
            int raw = at;
            int begin = length;
            at = decodeValue(line, at, end);
            finish(line, raw, at, begin);
            if (at == end) {
                return;
            }
            at++;
        }
    }

    /** Returns where the value is over. */
    private int decodeValue(byte[] line, int from, int end) {
        byte[] into = decoded;
        byte stop = delimiter;
        int put = length;
        int at = from;
        while (at < end) {
            byte next = line[at];
            if (next == stop) {
                break;
            }
            at++;
            if (next == '\\' && at < end) {
                length = put;
                at = unescape(line, at, end);
                put = length;
            } else {
                into[put++] = next;
            }
        }
        length = put;
        return at;
    }

    private void finish(byte[] line, int from, int to, int begin) {
        if (columns == begins.length) {
            begins = Arrays.copyOf(begins, 2 * columns);
            ends = Arrays.copyOf(ends, 2 * columns);
        }
        begins[columns] = begin;
        ends[columns++] = Arrays.equals(line, from, to, nullText, 0, nullText.length) ? NULL : length;
    }

    /** What stands behind a backslash, which no line of its own ends; returns where it is over. */
    private int unescape(byte[] line, int at, int end) {
        byte escape = line[at];
        if (escape >= '0' && escape < '0' + OCTAL) {
            return number(line, at, Math.min(end, at + OCTAL_DIGITS), OCTAL);
        }
        if (escape == 'x' && at + 1 < end && Character.digit(line[at + 1], HEX) >= 0) {
            return number(line, at + 1, Math.min(end, at + 1 + HEX_DIGITS), HEX);
        }
        decoded[length++] = meaning(escape);
        return at + 1;
    }

    private int number(byte[] line, int from, int most, int radix) {
        int value = 0;
        int at = from;
        while (at < most && Character.digit(line[at], radix) >= 0) {
            value = value * radix + Character.digit(line[at++], radix);
        }
        decoded[length++] = (byte) value;
        return at;
    }

    private static byte meaning(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> escape;
        };
    }

    /** How many values there are, at least one. */
    public int columns() {
        return columns;
    }

    /** Whether the value of a column, from 0, is NULL; throws {@link IndexOutOfBoundsException} beyond the last one. */
    public boolean isNull(int column) {
        return ends[Objects.checkIndex(column, columns)] == NULL;
    }

    /** The value of a column, null for NULL; valid until another line is taken. */
    public @Nullable Bytes value(int column) {
        return isNull(column) ? null : Bytes.wrap(decoded, begins[column], ends[column]);
    }

    /**
     * The same as text in the session's charset; null for NULL.
     *
     * @throws PgValueException if the bytes are no text, and the client's {@link TextPolicy} is to report it; the row
     *     stays as it is, and so does the copy
     */
    public @Nullable String text(int column) {
        Bytes value = value(column);
        try {
            return value == null ? null : encoding.decode(value);
        } catch (TextEncodingException e) {
            throw new PgValueException(number, column, "cannot be read: " + e.getMessage(), e);
        }
    }
}
