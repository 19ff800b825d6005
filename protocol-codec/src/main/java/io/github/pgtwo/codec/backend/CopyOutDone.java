package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;

/**
 * The end of what COPY TO STDOUT sends (section 7); whether it is all, the next message tells.
 *
 * <pre>
 * Byte3 '\', '.', newline
 * </pre>
 */
public record CopyOutDone() implements BackendMessage {
    private static final Bytes MARKER = Bytes.utf8("\\.\n");

    @Override
    public BackendKind kind() {
        return BackendKind.COPY_OUT_DONE;
    }

    @Override
    public int wireLength() {
        return MARKER.length();
    }

    @Override
    public void write(WireWriter out) {
        out.bytes(MARKER);
    }
}
