package io.github.pgtwo.auth;

import java.util.Arrays;

/**
 * The crypt(3) of old Unix systems: a block of zeros, encrypted 25 times by a DES whose expansion the salt
 * disturbs. One bit per byte, which is slow enough to follow and fast enough for a login. Not thread-safe.
 */
final class UnixCrypt {
    /** The digits of salt and result, in their order. */
    static final String DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int KEY_LENGTH = 8;
    private static final int HALF = 28;
    private static final int ROUNDS = 16;
    private static final int TIMES = 25;
    private static final int RESULT_DIGITS = 11;

    private final int[] expansion = DesTables.EXPANSION.clone();
    private final byte[][] roundKeys = new byte[ROUNDS][0];

    private UnixCrypt() {}

    /**
     * The salt's two digits and eleven more.
     *
     * @param password only the low seven bits of its first eight bytes count, up to a NUL
     * @param salt two digits
     */
    static byte[] crypt(byte[] password, byte[] salt) {
        UnixCrypt des = new UnixCrypt();
        des.disturb(salt);
        try {
            des.schedule(password);
            return des.result(salt);
        } finally {
            des.wipe();
        }
    }

    /** Each bit of the salt swaps two entries of the expansion. */
    private void disturb(byte[] salt) {
        for (int i = 0; i < 12; i++) {
            int digit = DIGITS.indexOf(salt[i / 6]);
            if ((digit >> (i % 6) & 1) != 0) {
                int kept = expansion[i];
                expansion[i] = expansion[i + 24];
                expansion[i + 24] = kept;
            }
        }
    }

    private void schedule(byte[] password) {
        byte[] key = keyBits(password);
        byte[] halves = select(key, DesTables.CHOICE_1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < DesTables.TURNS[round]; i++) {
                turn(halves, 0);
                turn(halves, HALF);
            }
            roundKeys[round] = select(halves, DesTables.CHOICE_2);
        }
        Arrays.fill(key, (byte) 0);
        Arrays.fill(halves, (byte) 0);
    }

    /** Seven bits of each byte, before a parity bit that nobody looks at. */
    private static byte[] keyBits(byte[] password) {
        byte[] bits = new byte[8 * KEY_LENGTH];
        for (int i = 0; i < Math.min(password.length, KEY_LENGTH) && password[i] != 0; i++) {
            for (int bit = 0; bit < 7; bit++) {
                bits[8 * i + bit] = (byte) (password[i] >> (6 - bit) & 1);
            }
        }
        return bits;
    }

    private static void turn(byte[] bits, int from) {
        byte first = bits[from];
        System.arraycopy(bits, from + 1, bits, from, HALF - 1);
        bits[from + HALF - 1] = first;
    }

    private static byte[] select(byte[] bits, int[] which) {
        byte[] selected = new byte[which.length];
        for (int i = 0; i < which.length; i++) {
            selected[i] = bits[which[i] - 1];
        }
        return selected;
    }

    private byte[] result(byte[] salt) {
        byte[] block = new byte[64];
        for (int time = 0; time < TIMES; time++) {
            block = encrypt(block);
        }
        byte[] digits = Arrays.copyOf(salt, salt.length + RESULT_DIGITS);
        byte[] padded = Arrays.copyOf(select(block, DesTables.FINAL), 6 * RESULT_DIGITS);
        for (int i = 0; i < RESULT_DIGITS; i++) {
            digits[salt.length + i] = (byte) DIGITS.charAt(sixBits(padded, 6 * i));
        }
        return digits;
    }

    /** Without the initial permutation, which only undoes the final one of the encryption before. */
    private byte[] encrypt(byte[] block) {
        byte[] left = Arrays.copyOfRange(block, 0, 32);
        byte[] right = Arrays.copyOfRange(block, 32, 64);
        for (byte[] roundKey : roundKeys) {
            byte[] next = select(substituted(right, roundKey), DesTables.PERMUTATION);
            for (int i = 0; i < next.length; i++) {
                next[i] ^= left[i];
            }
            left = right;
            right = next;
        }
        byte[] swapped = Arrays.copyOf(right, 64);
        System.arraycopy(left, 0, swapped, 32, 32);
        return swapped;
    }

    private byte[] substituted(byte[] right, byte[] roundKey) {
        byte[] mixed = select(right, expansion);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] ^= roundKey[i];
        }
        byte[] bits = new byte[32];
        for (int box = 0; box < 8; box++) {
            int value = DesTables.substitute(box, sixBits(mixed, 6 * box));
            for (int bit = 0; bit < 4; bit++) {
                bits[4 * box + bit] = (byte) (value >> (3 - bit) & 1);
            }
        }
        return bits;
    }

    private static int sixBits(byte[] bits, int from) {
        int value = 0;
        for (int i = 0; i < 6; i++) {
            value = value << 1 | bits[from + i];
        }
        return value;
    }

    private void wipe() {
        for (byte[] roundKey : roundKeys) {
            Arrays.fill(roundKey, (byte) 0);
        }
    }
}
