package io.github.pgtwo.codec.fuzz;

import java.util.Objects;

/** Assertions cheap enough for a fuzzer. */
final class Check {
    private Check() {}

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static void same(Object expected, Object found, String what) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError(what + "\n expected " + expected + "\n    found " + found);
        }
    }
}
