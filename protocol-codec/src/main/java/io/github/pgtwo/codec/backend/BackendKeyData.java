package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;

/**
 * What a CancelRequest for this session must carry (sections 3.5, 9).
 *
 * <pre>
 * Byte1 'K'
 * Int32 processId
 * Int32 secretKey
 * </pre>
 *
 * @param processId the backend's process, an opaque pattern of 32 bits
 * @param secretKey who knows it may cancel; {@link #toString} masks it
 */
public record BackendKeyData(int processId, int secretKey) implements BackendMessage {
    static final Format<BackendKeyData> FORMAT = new Format<>(
            "BackendKeyData", 'K', in -> in.skip(2 * Integer.BYTES), in -> new BackendKeyData(in.int32(), in.int32()));

    @Override
    public BackendKind kind() {
        return BackendKind.BACKEND_KEY_DATA;
    }

    @Override
    public int wireLength() {
        return 1 + 2 * Integer.BYTES;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('K').int32(processId).int32(secretKey);
    }

    @Override
    public String toString() {
        return "BackendKeyData[processId=" + processId + ", secretKey=redacted]";
    }
}
