package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.Bytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads the fields of one complete message, in order; what it returns are copies. */
public final class FrameReader {
    private static final VarHandle INT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] array = {};
    private int start;
    private int end;
    private int at;
    private int[] marks = {};
    private int marked;
    private int nextMark;

    /** Turns to the message that the scanner has found the end of. */
    public FrameReader begin(Inbound inbound, FrameScanner scanner, int tagLength) {
        array = inbound.array();
        start = inbound.start();
        end = start + scanner.position();
        at = start + tagLength;
        marks = scanner.marks();
        marked = scanner.marked();
        nextMark = 0;
        return this;
    }

    /** The next Int16. */
    public short int16() {
        at += Short.BYTES;
        return (short) INT16.get(array, at - Short.BYTES);
    }

    /** The next Int32. */
    public int int32() {
        at += Integer.BYTES;
        return (int) INT32.get(array, at - Integer.BYTES);
    }

    /** The next String, without its NUL. */
    public Bytes string() {
        Bytes text = bytes(start + marks[nextMark++] - at);
        at++;
        return text;
    }

    /** The next LimString: the bytes of the field up to its first NUL, if there is one. */
    public Bytes limString(int size) {
        Bytes field = bytes(size);
        int length = field.indexOf(0);
        return length < 0 ? field : field.slice(0, length);
    }

    /** The next bytes, so many of them. */
    public Bytes bytes(int count) {
        at += count;
        return Bytes.copyOf(array, at - count, at);
    }

    /** All bytes that are left. */
    public Bytes rest() {
        return bytes(end - at);
    }

    /** The whole message, tag included. */
    public byte[] frame() {
        return Arrays.copyOfRange(array, start, end);
    }

    /** A copy of the marks that the scanner left. */
    public int[] marks() {
        return Arrays.copyOf(marks, marked);
    }
}
