package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.WireWriter;

/**
 * Asks for TLS before anything else is said (section 10). Known to servers from 7.0 on.
 *
 * <pre>
 * Int32 8, the packet's length, itself included
 * Int32 80877103
 * </pre>
 */
public record SslRequest() implements FrontendMessage {
    /** What stands in the place of the protocol version. */
    static final int CODE = 80877103;

    static final int LENGTH = 8;

    @Override
    public FrontendKind kind() {
        return FrontendKind.SSL_REQUEST;
    }

    @Override
    public int wireLength() {
        return LENGTH;
    }

    @Override
    public void write(WireWriter out) {
        out.reserve(LENGTH).int32(LENGTH).int32(CODE);
    }
}
