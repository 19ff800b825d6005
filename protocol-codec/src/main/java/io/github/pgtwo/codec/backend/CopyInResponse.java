package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;

/**
 * The server waits for copy data (sections 3.15, 7). What follows from the client is no message.
 *
 * <pre>
 * Byte1 'G'
 * </pre>
 */
public record CopyInResponse() implements BackendMessage {
    static final Format<CopyInResponse> FORMAT =
            new Format<>("CopyInResponse", 'G', in -> true, in -> new CopyInResponse());

    @Override
    public BackendKind kind() {
        return BackendKind.COPY_IN_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('G');
    }
}
