package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;

/** What holds for every text that goes over the wire. */
public final class Text {
    private Text() {}

    /** Refuses a NUL: it would end the String early, and the rest would be read as messages. */
    public static void check(String field, Bytes text) {
        int nul = text.indexOf(0);
        if (nul >= 0) {
            throw new LocalProtocolException(field, "holds a NUL at byte " + nul);
        }
    }

    /** Refuses a NUL, and a text that does not fit its field; cutting it would name something else. */
    public static void check(String field, Bytes text, int size) {
        check(field, text);
        if (text.length() > size) {
            throw new LocalProtocolException(
                    field, "has " + text.length() + " bytes where the packet has room for " + size);
        }
    }
}
