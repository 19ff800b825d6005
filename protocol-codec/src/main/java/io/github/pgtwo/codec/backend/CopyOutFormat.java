package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;

/** How copy data is read: in pieces as they come, up to a line {@code \.}. */
final class CopyOutFormat {
    static final Format<BackendMessage> FORMAT =
            new Format<>("CopyOutData", '\0', in -> in.copy().scan(in), CopyOutFormat::read);

    /** The same where a line may turn out to be an error: see {@link ServerQuirk#ERROR_INSIDE_COPY_OUT}. */
    static final Format<BackendMessage> FORMAT_WITH_ERRORS =
            new Format<>("CopyOutData", '\0', CopyOutFormat::scanWithErrors, CopyOutFormat::readWithErrors);

    private static final String[] ERRORS = {"EERROR:  ", "EFATAL 1:  ", "EFATAL 2:  "};
    private static final int IN_DATA = 1;
    private static final int IN_ERROR = 2;

    private CopyOutFormat() {}

    private static BackendMessage read(FrameReader in) {
        return in.scanner().copy().ended() ? new CopyOutDone() : new CopyOutData(in.rest());
    }

    private static boolean scanWithErrors(FrameScanner in) {
        if (in.step() == 0 && !decide(in)) {
            return false;
        }
        return in.step() == IN_ERROR
                ? in.string("text", in.textLimit())
                : in.copy().scanLine(in);
    }

    /** Whether the line has been told to be the one or the other. */
    private static boolean decide(FrameScanner in) {
        boolean open = false;
        for (String error : in.copy().atLineStart() ? ERRORS : new String[0]) {
            int matched = matched(in, error);
            if (matched == error.length()) {
                in.skip(1);
                in.step(IN_ERROR);
                return true;
            }
            open |= matched == in.left();
        }
        in.step(open ? 0 : IN_DATA);
        return !open;
    }

    private static int matched(FrameScanner in, String error) {
        int matched = 0;
        while (matched < error.length() && matched < in.left() && in.int8(matched) == error.charAt(matched)) {
            matched++;
        }
        return matched;
    }

    private static BackendMessage readWithErrors(FrameReader in) {
        if (in.scanner().step() == IN_ERROR) {
            in.skip(1);
            return new ErrorResponse(in.string());
        }
        return read(in);
    }
}
