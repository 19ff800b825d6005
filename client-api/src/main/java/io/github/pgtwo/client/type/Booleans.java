package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;

/** {@code t} and {@code f}, or 1 and 0. */
final class Booleans {
    private static final String NO_BOOL = "is no bool";

    private Booleans() {}

    static Boolean text(Bytes value, ValueFormat format) {
        return isTrue(value, 't', 'f');
    }

    static Boolean binary(Bytes value, ValueFormat format) {
        return isTrue(value, 1, 0);
    }

    private static boolean isTrue(Bytes value, int yes, int no) {
        int only = value.length() == 1 ? value.at(0) : -1;
        if (only != yes && only != no) {
            throw new ValueException(NO_BOOL);
        }
        return only == yes;
    }
}
