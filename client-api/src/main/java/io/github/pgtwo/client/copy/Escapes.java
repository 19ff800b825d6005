package io.github.pgtwo.client.copy;

/** What lines of COPY's text format have behind a backslash, in the form that servers of all versions read alike. */
final class Escapes {
    /** In the place of what no line can have. */
    static final byte REFUSED = -1;

    private Escapes() {}

    /** What stands behind the backslash for each byte; 0 where there is no backslash. */
    static byte[] of(char delimiter) {
        byte[] escapes = new byte[256];
        escapes[0] = REFUSED;
        escapes[delimiter] = (byte) delimiter;
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\\'] = '\\';
        return escapes;
    }
}
