package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Text;

/**
 * A piece of what COPY TO STDOUT sends (section 7): bytes between two messages, cut anywhere.
 *
 * <pre>
 * Byten data
 * </pre>
 *
 * @param data at least one byte, no NUL; holds no line {@code \.}
 */
public record CopyOutData(Bytes data) implements BackendMessage {
    /** Refuses a NUL, which no text format has, and nothing at all. */
    public CopyOutData {
        Text.check("CopyOutData.data", data);
        if (data.isEmpty()) {
            throw new LocalProtocolException("CopyOutData.data", "is empty");
        }
    }

    @Override
    public BackendKind kind() {
        return BackendKind.COPY_OUT_DATA;
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
