package io.github.pgtwo.codec;

/**
 * Takes the values of rows in pieces, as they arrive, so that none has to be held in memory as a whole. Columns count
 * from 0. What it throws is thrown by the decoder that calls it, which has then passed over what it was told. It must
 * not call the decoder back.
 */
@FunctionalInterface
public interface ValueSink {

    /** A row begins. */
    default void row(int columns) {}

    /** The next column is NULL. */
    default void isNull(int column) {}

    /** The next column's value begins; pieces of together so many bytes follow. */
    default void value(int column, int length) {}

    /** The next bytes of a value, at least one; the array is only lent for the call, and not to be changed. */
    void piece(int column, byte[] array, int offset, int length);

    /** The row is complete. */
    default void rowEnds() {}
}
