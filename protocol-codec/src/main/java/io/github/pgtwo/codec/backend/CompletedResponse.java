package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.Text;

/**
 * A statement ended (section 3.10). It is no proof of success: only a ReadyForQuery without an error before it is.
 *
 * <pre>
 * Byte1  'C'
 * String tag
 * </pre>
 *
 * @param tag what was done, for example {@code INSERT 0 1}; section 6 lists the tags
 */
public record CompletedResponse(Bytes tag) implements BackendMessage {
    static final Format<CompletedResponse> FORMAT = Format.recurring(
            "CompletedResponse",
            'C',
            in -> in.string("tag", in.limit(Limit.NAME)),
            in -> new CompletedResponse(in.string()));

    /** Refuses a NUL. */
    public CompletedResponse {
        Text.check("CompletedResponse.tag", tag);
    }

    @Override
    public BackendKind kind() {
        return BackendKind.COMPLETED_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 1 + tag.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('C').string(tag);
    }
}
