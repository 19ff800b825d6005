package io.github.pgtwo.client.copy;

/** Characters beyond ASCII as bytes. */
final class Utf8 {
    private static final int FIRST_OF_THREE = 0x800;
    private static final int MORE = 0x80;
    private static final int BITS = 0x3f;

    private Utf8() {}

    /** Puts a character from U+0080 on, in two to four bytes; returns the index behind them. */
    static int put(int point, byte[] into, int index) {
        int at = index;
        if (point < FIRST_OF_THREE) {
            into[at++] = (byte) (0xc0 | (point >> 6));
        } else {
            if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                into[at++] = (byte) (0xe0 | (point >> 12));
            } else {
                into[at++] = (byte) (0xf0 | (point >> 18));
                into[at++] = (byte) (MORE | ((point >> 12) & BITS));
            }
            into[at++] = (byte) (MORE | ((point >> 6) & BITS));
        }
        into[at++] = (byte) (MORE | (point & BITS));
        return at;
    }
}
