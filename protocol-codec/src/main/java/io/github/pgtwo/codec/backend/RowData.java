package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.ByteReader;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.RowFormat;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The values of one row as they came over the wire: one array with the whole message, and where each value
 * ends in it. Nothing is decoded before it is asked for. Columns count from 0. Immutable.
 *
 * <pre>
 * Byte1  the message's tag
 * Byten  bitmap: column i is bit 0x80 &gt;&gt; (i % 8) of byte i / 8, 1 for a value, 0 for NULL
 * for each value: Int32 its length, then its bytes
 * </pre>
 */
public final class RowData {
    private final byte[] image;
    private final int[] ends;

    /** Takes over both arrays; the end of a NULL is the complement of the end before it. */
    RowData(byte[] image, int[] ends) {
        this.image = image;
        this.ends = ends;
    }

    /** Lays values out; the length on the wire counts {@code lengthBias} more than the value has. */
    static RowData of(char tag, int lengthBias, List<Optional<Bytes>> values) {
        byte[] bitmap = new byte[RowFormat.bitmapEnd(values.size()) - 1];
        int[] ends = new int[values.size()];
        WireWriter out = new WireWriter();
        out.int8(tag).bytes(Bytes.wrap(bitmap));
        for (int i = 0; i < ends.length; i++) {
            int end = out.length();
            ends[i] = values.get(i).map(value -> append(out, lengthBias, value)).orElse(~end);
            bitmap[i / 8] |= (byte) (ends[i] < 0 ? 0 : 0x80 >> i % 8);
        }
        byte[] image = out.take().toByteArray();
        System.arraycopy(bitmap, 0, image, 1, bitmap.length);
        return new RowData(image, ends);
    }

    private static int append(WireWriter out, int lengthBias, Bytes value) {
        return out.int32(value.length() + lengthBias).bytes(value).length();
    }

    /** The number of columns. */
    public int columns() {
        return ends.length;
    }

    /** Whether the column is NULL. */
    public boolean isNull(int column) {
        return ends[column] < 0;
    }

    /** The column's bytes, without a copy; throws {@link IllegalArgumentException} for a NULL. */
    public Bytes value(int column) {
        return Bytes.wrap(image, begin(column), ends[column]);
    }

    /** What the reader makes of the column's bytes; throws {@link IllegalArgumentException} for a NULL. */
    public long read(int column, ByteReader reader) {
        int begin = begin(column);
        return reader.read(image, begin, ends[column] - begin);
    }

    /** The column's text; throws {@link IllegalArgumentException} for a NULL. */
    public String text(int column, Charset charset) {
        int begin = begin(column);
        return new String(image, begin, ends[column] - begin, charset);
    }

    private int begin(int column) {
        if (ends[column] < 0) {
            throw new IllegalArgumentException("column " + column + " is NULL");
        }
        return behind(column == 0 ? RowFormat.bitmapEnd(ends.length) : ends[column - 1]);
    }

    /** Where a value begins: behind the length that follows the value before it, which ends there. */
    static int behind(int endBefore) {
        return (endBefore < 0 ? ~endBefore : endBefore) + Integer.BYTES;
    }

    /** Refuses to be the values of a message with another tag. */
    void checkTag(char tag, String name) {
        if (image[0] != tag) {
            throw new LocalProtocolException(name, "is that of a message '" + (char) image[0] + "'");
        }
    }

    int wireLength() {
        return image.length;
    }

    void write(WireWriter out) {
        out.bytes(Bytes.wrap(image));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowData that && Arrays.equals(image, that.image) && Arrays.equals(ends, that.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(image);
    }

    /** How large the row is; values are not shown, as they may be secret. */
    @Override
    public String toString() {
        return ends.length + " columns, " + image.length + " bytes";
    }
}
