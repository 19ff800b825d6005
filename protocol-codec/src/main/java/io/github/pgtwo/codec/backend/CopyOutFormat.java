package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.wire.CopyScanner;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;
import java.util.List;

/** How copy data is read: in pieces as they come, up to a line {@code \.}. */
final class CopyOutFormat {
    static final Format<BackendMessage> FORMAT =
            new Format<>("CopyOutData", '\0', in -> in.copy().scan(in), CopyOutFormat::read);

    /** The same where a line may turn out to be a message: see {@link ServerQuirk#MESSAGES_INSIDE_COPY_OUT}. */
    static final Format<BackendMessage> FORMAT_WITH_MESSAGES =
            new Format<>("CopyOutData", '\0', CopyOutFormat::scanWithMessages, CopyOutFormat::readWithMessages);

    private static final int IN_DATA = 1;
    private static final int IN_MESSAGE = 2;

    private CopyOutFormat() {}

    private static BackendMessage read(FrameReader in) {
        return in.scanner().copy().ended() ? new CopyOutDone() : new CopyOutData(in.rest());
    }

    private static boolean scanWithMessages(FrameScanner in) {
        if (in.step() == 0 && !decide(in)) {
            return false;
        }
        return in.step() == IN_MESSAGE
                ? in.string("text", in.textLimit())
                : in.copy().scanLine(in);
    }

    /** Whether the line has been told to be the one or the other. */
    private static boolean decide(FrameScanner in) {
        boolean open = false;
        for (String beginning : in.copy().atLineStart() ? CopyScanner.MESSAGES : List.<String>of()) {
            int matched = matched(in, beginning);
            if (matched == beginning.length()) {
                in.skip(1);
                in.step(IN_MESSAGE);
                return true;
            }
            open |= matched == in.left();
        }
        in.step(open ? 0 : IN_DATA);
        return !open;
    }

    private static int matched(FrameScanner in, String beginning) {
        int matched = 0;
        while (matched < beginning.length() && matched < in.left() && in.int8(matched) == beginning.charAt(matched)) {
            matched++;
        }
        return matched;
    }

    private static BackendMessage readWithMessages(FrameReader in) {
        if (in.scanner().step() == IN_MESSAGE) {
            return in.int8() == 'E' ? new ErrorResponse(in.string()) : new NoticeResponse(in.string());
        }
        return read(in);
    }
}
