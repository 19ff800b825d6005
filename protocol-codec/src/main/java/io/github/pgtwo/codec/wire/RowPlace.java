package io.github.pgtwo.codec.wire;

/** Whoever looks at rows where they lie. */
@FunctionalInterface
public interface RowPlace {
    /** A row begins there. */
    void at(byte[] array, int start);
}
