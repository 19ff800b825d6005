package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.Text;

/**
 * Something failed (sections 3.13, 5).
 *
 * <pre>
 * Byte1  'E'
 * String text
 * </pre>
 *
 * @param text severity, two blanks, message, newline; or, before login, bare text
 */
public record ErrorResponse(Bytes text) implements BackendMessage {
    static final Format<ErrorResponse> FORMAT = Format.endingWithStream(
            "ErrorResponse", 'E', in -> in.string("text", in.textLimit()), in -> new ErrorResponse(in.string()));

    /** Refuses a NUL. */
    public ErrorResponse {
        Text.check("ErrorResponse.text", text);
    }

    @Override
    public BackendKind kind() {
        return BackendKind.ERROR_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 1 + text.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('E').string(text);
    }
}
