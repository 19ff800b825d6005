package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.wire.Layout;
import java.util.List;

/** What a server's messages begin with (section 3). */
final class TaggedFormats {
    private static final List<Layout<? extends BackendMessage>> FORMATS = List.of(
            AsciiRow.FORMAT,
            AuthenticationFormat.FORMAT,
            BackendKeyData.FORMAT,
            BinaryRow.FORMAT,
            CompletedResponse.FORMAT,
            CopyInResponse.FORMAT,
            CopyOutResponse.FORMAT,
            CursorResponse.FORMAT,
            EmptyQueryResponse.FORMAT,
            ErrorResponse.FORMAT,
            FunctionResponseFormat.FORMAT,
            NoticeResponse.FORMAT,
            NotificationResponse.FORMAT,
            ReadyForQuery.FORMAT,
            RowDescription.FORMAT);

    private static final String LOGIN_TAGS = "RKNEZ";
    private static final Layout<?>[] BY_TAG = new Layout<?>[256];

    static {
        FORMATS.forEach(format -> BY_TAG[format.tag()] = format);
    }

    private TaggedFormats() {}

    /** Whether messages begin with this byte. */
    static boolean have(int tag) {
        return BY_TAG[tag] != null;
    }

    /** Whether they may come before the first ReadyForQuery. */
    static boolean haveInLogin(int tag) {
        return LOGIN_TAGS.indexOf(tag) >= 0;
    }

    /** The format of messages that begin with this byte. */
    @SuppressWarnings("unchecked") // filled from FORMATS alone
    static Layout<? extends BackendMessage> of(int tag) {
        return (Layout<? extends BackendMessage>) BY_TAG[tag];
    }
}
