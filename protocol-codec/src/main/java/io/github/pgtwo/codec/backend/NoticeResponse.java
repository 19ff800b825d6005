package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.Text;

/**
 * Something worth telling happened (sections 3.13, 5); may come between any two messages.
 *
 * <pre>
 * Byte1  'N'
 * String text
 * </pre>
 *
 * @param text as in an ErrorResponse, with a severity below ERROR
 */
public record NoticeResponse(Bytes text) implements BackendMessage {
    static final Format<NoticeResponse> FORMAT = Format.endingWithStream(
            "NoticeResponse", 'N', in -> in.string("text", in.textLimit()), in -> new NoticeResponse(in.string()));

    /** Refuses a NUL. */
    public NoticeResponse {
        Text.check("NoticeResponse.text", text);
    }

    @Override
    public BackendKind kind() {
        return BackendKind.NOTICE_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 1 + text.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('N').string(text);
    }
}
