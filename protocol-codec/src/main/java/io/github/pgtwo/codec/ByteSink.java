package io.github.pgtwo.codec;

/** Something that takes bytes to send, such as the write method of a socket. */
@FunctionalInterface
public interface ByteSink<X extends Exception> {

    /** Takes all of these bytes and keeps no reference to the array. */
    void write(byte[] from, int offset, int length) throws X;
}
