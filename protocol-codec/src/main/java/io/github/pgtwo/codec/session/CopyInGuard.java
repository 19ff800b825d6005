package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;

/**
 * Keeps copy data from ending before its end, over all its pieces: servers take an unescaped {@code \.} for the
 * end of the data wherever it stands, and the marker only where it has a line of its own (section 7.3). What
 * comes behind the end is read as messages.
 *
 * <p>Bytes are judged as they are. Where a character may contain a backslash's byte (SJIS, BIG5, GBK and their
 * kin as client encodings), servers may count backslashes otherwise.
 */
final class CopyInGuard {
    private static final int BACKSLASH = '\\';

    private boolean escaping;
    private boolean lineStart;

    /** Copy data begins. */
    void begin() {
        escaping = false;
        lineStart = true;
    }

    /** Takes the next message that is to be sent; refuses it, and changes nothing, if it would end the data early. */
    void take(FrontendMessage message) {
        switch (message.kind()) {
            case COPY_IN_DATA -> take(((CopyInData) message).data());
            case COPY_IN_DONE -> checkLineStart();
            default -> {} // no copy data
        }
    }

    private void take(Bytes data) {
        int last = data.length() - 1;
        int backslash = escaping ? -1 : data.indexOf(BACKSLASH, 0);
        int unescaped = 0;
        while ((escaping && unescaped == 0) || (backslash >= 0 && backslash < last)) {
            checkEscaped(data, backslash + 1);
            unescaped = backslash + 2;
            backslash = data.indexOf(BACKSLASH, unescaped);
        }
        escaping = backslash >= 0;
        lineStart = unescaped <= last && data.at(last) == '\n';
    }

    private static void checkEscaped(Bytes data, int at) {
        if (data.at(at) == '.') {
            throw new LocalProtocolException(
                    "CopyInData.data",
                    "has an unescaped \\. with its dot at byte " + at + ", which would end the data");
        }
    }

    private void checkLineStart() {
        if (!lineStart) {
            throw new LocalProtocolException("CopyInDone", "is illegal in the middle of a line of copy data");
        }
    }
}
