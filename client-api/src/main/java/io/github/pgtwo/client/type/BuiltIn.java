package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;

/** A type that servers know from the start: it guards that binary values are of a type that has this layout. */
final class BuiltIn<T> implements ValueType<T> {
    /** Types of users have OIDs from here on; only they know what their values are. */
    private static final int FIRST_OF_USERS = 16384;

    private final String name;
    private final ValueType<T> text;
    private final ValueType<T> binary;
    private final int[] oids;

    BuiltIn(String name, ValueType<T> text, ValueType<T> binary, int... oids) {
        this.name = name;
        this.text = text;
        this.binary = binary;
        this.oids = oids;
    }

    @Override
    public T read(Bytes value, ValueFormat format) {
        if (!format.binary()) {
            return text.read(value, format);
        }
        if (!hasLayoutOf(format.oid())) {
            throw new ValueException("is binary, of the type with OID " + Integer.toUnsignedString(format.oid())
                    + ", which is not read as " + name);
        }
        return binary.read(value, format);
    }

    private boolean hasLayoutOf(int oid) {
        for (int one : oids) {
            if (one == oid) {
                return true;
            }
        }
        return Integer.compareUnsigned(oid, FIRST_OF_USERS) >= 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
