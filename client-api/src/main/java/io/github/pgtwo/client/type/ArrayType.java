package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;

/** Arrays of a type, whose elements a byte separates in text. */
final class ArrayType<T> implements ValueType<PgArray<T>> {
    static final int MOST_DIMENSIONS = 6;

    private final ValueType<T> element;
    private final char separator;

    ArrayType(ValueType<T> element, char separator) {
        this.element = element;
        this.separator = separator;
    }

    @Override
    public PgArray<T> read(Bytes value, ValueFormat format) {
        return format.binary()
                ? ArrayBinary.read(value, format, element)
                : new ArrayTextReader<>(value, format.with(0, false), element, separator).read();
    }

    @Override
    public String toString() {
        return element + "[]";
    }
}
