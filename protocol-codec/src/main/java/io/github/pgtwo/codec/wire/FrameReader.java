package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.memory.BigEndian;

/** Reads the fields of one complete message, in order; what it returns are copies. */
public final class FrameReader {
    private final Inbound inbound;
    private final FrameScanner scanner;
    private byte[] array = {};
    private int start;
    private int end;
    private int at;
    private int nextMark;

    FrameReader(Inbound inbound, FrameScanner scanner) {
        this.inbound = inbound;
        this.scanner = scanner;
    }

    /** Turns to the message that the scanner has found the end of. */
    FrameReader begin(int tagLength) {
        array = inbound.array();
        start = inbound.start();
        end = start + scanner.position();
        at = start + tagLength;
        nextMark = 0;
        return this;
    }

    /** What the scanner has found out on the way. */
    public FrameScanner scanner() {
        return scanner;
    }

    /** How many bytes of the message have not been read. */
    public int left() {
        return end - at;
    }

    /** The next byte. */
    public int int8() {
        return array[at++] & 0xff;
    }

    /** The next Int16. */
    public short int16() {
        at += Short.BYTES;
        return BigEndian.int16(array, at - Short.BYTES);
    }

    /** The next Int32. */
    public int int32() {
        at += Integer.BYTES;
        return BigEndian.int32(array, at - Integer.BYTES);
    }

    /** The next String, without its NUL. */
    public Bytes string() {
        Bytes text = bytes(start + scanner.marks()[nextMark++] - at);
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

    /** All bytes that have not been read; without a copy where they last. */
    public Bytes rest() {
        return inbound.lasting() ? Bytes.wrap(array, at, end) : bytes(left());
    }

    /** Passes over bytes. */
    public void skip(int count) {
        at += count;
    }
}
