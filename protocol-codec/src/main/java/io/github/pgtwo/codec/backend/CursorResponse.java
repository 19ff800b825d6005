package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.Text;

/**
 * Rows or a completion follow (section 3.11).
 *
 * <pre>
 * Byte1  'P'
 * String cursor
 * </pre>
 *
 * @param cursor {@code blank} for an ordinary query; of no further meaning
 */
public record CursorResponse(Bytes cursor) implements BackendMessage {
    static final Format<CursorResponse> FORMAT = Format.recurring(
            "CursorResponse",
            'P',
            in -> in.string("cursor", in.limit(Limit.NAME)),
            in -> new CursorResponse(in.string()));

    /** Refuses a NUL. */
    public CursorResponse {
        Text.check("CursorResponse.cursor", cursor);
    }

    @Override
    public BackendKind kind() {
        return BackendKind.CURSOR_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 1 + cursor.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('P').string(cursor);
    }
}
