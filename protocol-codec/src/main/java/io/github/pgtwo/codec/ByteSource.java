package io.github.pgtwo.codec;

/** Something to take received bytes from, such as the read method of a socket. */
@FunctionalInterface
public interface ByteSource<X extends Exception> {

    /**
     * Stores up to {@code length} bytes and keeps no reference to the array.
     *
     * @return how many were stored; negative at the end of the stream
     */
    int read(byte[] into, int offset, int length) throws X;
}
