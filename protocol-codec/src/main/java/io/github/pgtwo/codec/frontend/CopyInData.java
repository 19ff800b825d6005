package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Text;

/**
 * A piece of what COPY FROM STDIN is sent (section 7): bytes between two messages, cut anywhere.
 *
 * <pre>
 * Byten data
 * </pre>
 *
 * <p>Lines end with LF. Every backslash of a value must be doubled: a {@code ClientSession} refuses an
 * unescaped {@code \.}, in whatever pieces it comes, as servers end the data there. CSV cannot be sent safely: it
 * has no escape for a value with a line {@code \.} (section 7.4).
 *
 * @param data at least one byte, no NUL
 */
public record CopyInData(Bytes data) implements FrontendMessage {
    /**
     * Refuses a NUL, since after an error the server takes what is left for messages, up to the NUL of a Query;
     * and nothing at all.
     */
    public CopyInData {
        Text.check("CopyInData.data", data);
        if (data.isEmpty()) {
            throw new LocalProtocolException("CopyInData.data", "is empty");
        }
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
