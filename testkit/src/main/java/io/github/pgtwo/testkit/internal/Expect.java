package io.github.pgtwo.testkit.internal;

import java.util.Arrays;
import java.util.Random;

/** Assertions, and the bytes they are made on. */
public final class Expect {

    private Expect() {}

    /** Fails with this text unless it holds. */
    public static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** Fails at the first difference. */
    public static void sameBytes(byte[] sent, byte[] received) {
        int difference = Arrays.mismatch(sent, received);
        that(difference < 0, "of " + sent.length + " bytes, byte " + difference + " is another one than was sent");
    }

    /** Fails unless the exception is of this type. */
    public static void isA(Class<? extends Exception> expected, Exception actual, String what) {
        if (!expected.isInstance(actual)) {
            throw new AssertionError(what + " threw " + actual + " instead of " + expected.getSimpleName(), actual);
        }
    }

    /** The same bytes for the same seed; all values occur. */
    public static byte[] bytes(int seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
