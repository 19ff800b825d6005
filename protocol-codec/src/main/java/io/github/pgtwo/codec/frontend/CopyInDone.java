package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;

/**
 * The end of what COPY FROM STDIN is sent (section 7), on a line of its own. There is no other way to end it than
 * this and closing.
 *
 * <pre>
 * Byte3 '\', '.', newline
 * </pre>
 */
public record CopyInDone() implements FrontendMessage {
    private static final Bytes MARKER = Bytes.utf8("\\.\n");

    @Override
    public FrontendKind kind() {
        return FrontendKind.COPY_IN_DONE;
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
