package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Text;

/**
 * A piece of what COPY FROM STDIN is sent (section 7): bytes between two messages, cut anywhere.
 *
 * <pre>
 * Byten data
 * </pre>
 *
 * @param data at least one byte, no NUL; holds no line {@code \.}
 */
public record CopyInData(Bytes data) implements FrontendMessage {
    /** Refuses a NUL: after an error the server takes what is left for messages, up to the NUL of a Query. */
    public CopyInData {
        Text.check("CopyInData.data", data);
    }

    @Override
    public FrontendKind kind() {
        return FrontendKind.COPY_IN_DATA;
    }

    @Override
    public int wireLength() {
        return data.length();
    }

    @Override
    public void write(WireWriter out) {
        out.bytes(data);
    }
}
