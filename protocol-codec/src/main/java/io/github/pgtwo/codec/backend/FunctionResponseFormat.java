package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;

/** How the two answers to a FunctionCall are read: they share a tag, and the byte behind it tells them apart. */
final class FunctionResponseFormat {
    static final int RESULT = 'G';
    static final int END = '0';

    static final Format<BackendMessage> FORMAT =
            new Format<>("FunctionResponse", 'V', FunctionResponseFormat::scan, FunctionResponseFormat::read);

    private static final int BEFORE_LENGTH = 1;
    private static final int IN_VALUE = 2;
    private static final int BEFORE_END = 3;

    private FunctionResponseFormat() {}

    private static boolean scan(FrameScanner in) {
        if (in.step() == 0 && (!in.skip(1) || isVoid(in))) {
            return in.position() > 1;
        }
        if (in.step() == BEFORE_LENGTH) {
            if (!in.skip(Integer.BYTES)) {
                return false;
            }
            in.length(checkLength(in, in.int32Back()));
            in.step(IN_VALUE);
        }
        return scanValue(in);
    }

    private static boolean isVoid(FrameScanner in) {
        int marker = in.int8(-1);
        if (marker != RESULT && marker != END) {
            throw in.malformed("marker", 1, "is 0x" + Integer.toHexString(marker) + ", neither 'G' nor '0'");
        }
        in.step(BEFORE_LENGTH);
        return marker == END;
    }

    private static int checkLength(FrameScanner in, int length) {
        if (length < 0 || length > in.limit(Limit.VALUE)) {
            throw in.malformed("value", 2, "its length of " + length + " is not within 0 to " + in.limit(Limit.VALUE));
        }
        return length;
    }

    private static boolean scanValue(FrameScanner in) {
        if (in.step() == IN_VALUE) {
            if (!in.skipLength("value")) {
                return false;
            }
            in.step(BEFORE_END);
        }
        if (!in.skip(1)) {
            return false;
        }
        if (in.int8(-1) != END) {
            throw in.malformed("end", in.position() - 1, "is 0x" + Integer.toHexString(in.int8(-1)) + ", not '0'");
        }
        return true;
    }

    private static BackendMessage read(FrameReader in) {
        return in.int8() == END ? new FunctionVoidResponse() : new FunctionResultResponse(in.bytes(in.int32()));
    }
}
