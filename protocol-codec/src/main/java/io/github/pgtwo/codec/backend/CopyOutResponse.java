package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;

/**
 * The server sends copy data next (sections 3.15, 7). What follows up to the end marker is no message.
 *
 * <pre>
 * Byte1 'H'
 * </pre>
 */
public record CopyOutResponse() implements BackendMessage {
    static final Format<CopyOutResponse> FORMAT =
            new Format<>("CopyOutResponse", 'H', in -> true, in -> new CopyOutResponse());

    @Override
    public BackendKind kind() {
        return BackendKind.COPY_OUT_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('H');
    }
}
