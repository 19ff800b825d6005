package io.github.pgtwo.codec;

import io.github.pgtwo.codec.memory.ByteSearch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable run of bytes with value equality. The protocol never announces a text encoding, so every
 * String of the wire is kept as the bytes that arrived, and becomes text when somebody asks for it.
 *
 * <p>Offsets and lengths count bytes. Thread-safe.
 */
public final class Bytes {
    /** No bytes at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private static final int SHOWN = 32;

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte... bytes) {
        return wrap(bytes.clone());
    }

    /** A copy of part of an array. */
    public static Bytes copyOf(byte[] source, int from, int to) {
        return from == to ? EMPTY : wrap(Arrays.copyOfRange(source, from, to));
    }

    /** A view of the array without a copy: the caller must not change it while this value is in use. */
    public static Bytes wrap(byte[] array) {
        return array.length == 0 ? EMPTY : new Bytes(array, 0, array.length);
    }

    /** A view of part of an array, under the same promise. */
    public static Bytes wrap(byte[] array, int from, int to) {
        Objects.checkFromToIndex(from, to, array.length);
        return from == to ? EMPTY : new Bytes(array, from, to - from);
    }

    /** The UTF-8 form of a text; throws as {@link #encode} does. */
    public static Bytes utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return encode(text, StandardCharsets.UTF_8);
            }
        }
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A text in the given charset.
     *
     * @throws LocalProtocolException if the charset lacks a character of the text; a substitute would
     *     silently say something else
     */
    public static Bytes encode(String text, Charset charset) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            return new Bytes(encoded.array(), encoded.arrayOffset(), encoded.remaining());
        } catch (CharacterCodingException e) {
            throw new LocalProtocolException("text", "has a character that " + charset + " cannot express", e);
        }
    }

    /** The number of bytes. */
    public int length() {
        return length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at an index from 0; throws {@link IndexOutOfBoundsException}. */
    public byte at(int index) {
        return array[offset + Objects.checkIndex(index, length)];
    }

    /** A view of part of these bytes, from inclusive, to exclusive. */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return new Bytes(array, offset + from, to - from);
    }

    /** The index of the first such byte, or -1. */
    public int indexOf(int value) {
        return indexOf(value, 0);
    }

    /** The index of the first such byte at or behind an index up to the length, or -1. */
    public int indexOf(int value, int from) {
        int found = ByteSearch.indexOf(array, offset + from, offset + length, value) - offset;
        return found == length ? -1 : found;
    }

    /** Copies all bytes into an array. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, offset, target, at, length);
    }

    /** Hands these bytes to a sink in one call and without a copy: it must not change the array. */
    public <X extends Exception> void writeTo(ByteSink<X> sink) throws X {
        sink.write(array, offset, length);
    }

    /** What the reader makes of these bytes. */
    public long read(ByteReader reader) {
        return reader.read(array, offset, length);
    }

    /** A new array with these bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** These bytes read as UTF-8, malformed parts replaced by U+FFFD. */
    public String utf8() {
        return text(StandardCharsets.UTF_8);
    }

    /** These bytes read in a charset, malformed parts replaced by its substitute. */
    public String text(Charset charset) {
        return new String(array, offset, length, charset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + array[offset + i];
        }
        return hash;
    }

    /** The bytes in hexadecimal, the first {@value #SHOWN} of a longer run. */
    @Override
    public String toString() {
        String shown = HexFormat.of().formatHex(array, offset, offset + Math.min(length, SHOWN));
        return length <= SHOWN ? shown : shown + "... (" + length + " bytes)";
    }
}
