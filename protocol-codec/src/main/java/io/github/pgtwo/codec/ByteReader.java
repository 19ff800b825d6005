package io.github.pgtwo.codec;

/** Something that makes a number of bytes, without an object in between. */
@FunctionalInterface
public interface ByteReader {

    /** Reads these bytes, changes none of them, and keeps no reference to the array. */
    long read(byte[] from, int offset, int length);
}
