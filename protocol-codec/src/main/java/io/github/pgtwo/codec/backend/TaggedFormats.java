package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.wire.FrameDecoder;
import io.github.pgtwo.codec.wire.Layout;

/** What a server's messages begin with (section 3). A format is made when the first of its messages comes. */
final class TaggedFormats {
    private static final String LOGIN_TAGS = "RKNEZ";

    private TaggedFormats() {}

    /** Whether messages that begin with this byte may come before the first ReadyForQuery. */
    static boolean haveInLogin(int tag) {
        return LOGIN_TAGS.indexOf(tag) >= 0;
    }

    /** The format of messages that begin with this byte, which is refused if there is none. */
    static Layout<? extends BackendMessage> of(int tag, FrameDecoder<?> frames) {
        return switch (tag) {
            case 'A' -> NotificationResponse.FORMAT;
            case 'B' -> BinaryRow.FORMAT;
            case 'C' -> CompletedResponse.FORMAT;
            case 'D' -> AsciiRow.FORMAT;
            case 'E' -> ErrorResponse.FORMAT;
            case 'G' -> CopyInResponse.FORMAT;
            case 'H' -> CopyOutResponse.FORMAT;
            case 'I' -> EmptyQueryResponse.FORMAT;
            case 'K' -> BackendKeyData.FORMAT;
            case 'N' -> NoticeResponse.FORMAT;
            case 'P' -> CursorResponse.FORMAT;
            case 'R' -> AuthenticationFormat.FORMAT;
            case 'T' -> RowDescription.FORMAT;
            case 'V' -> FunctionResponseFormat.FORMAT;
            case 'Z' -> ReadyForQuery.FORMAT;
            default -> throw frames.malformed("Message", "no message begins with byte 0x" + Integer.toHexString(tag));
        };
    }
}
