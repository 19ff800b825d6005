package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.WireWriter;

/**
 * Asks for another session's query to be cancelled; the only packet of its connection, which the server closes
 * without an answer (section 9).
 *
 * <pre>
 * Int32 16, the packet's length, itself included
 * Int32 80877102
 * Int32 processId
 * Int32 secretKey
 * </pre>
 *
 * @param processId from that session's BackendKeyData
 * @param secretKey from there; {@link #toString} masks it
 */
public record CancelRequest(int processId, int secretKey) implements FrontendMessage {
    /** What stands in the place of the protocol version. */
    static final int CODE = 80877102;

    static final int LENGTH = 16;

    @Override
    public FrontendKind kind() {
        return FrontendKind.CANCEL_REQUEST;
    }

    @Override
    public int wireLength() {
        return LENGTH;
    }

    @Override
    public void write(WireWriter out) {
        out.reserve(LENGTH).int32(LENGTH).int32(CODE).int32(processId).int32(secretKey);
    }

    @Override
    public String toString() {
        return "CancelRequest[processId=" + processId + ", secretKey=redacted]";
    }
}
