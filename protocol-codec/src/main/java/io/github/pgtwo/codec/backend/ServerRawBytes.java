package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;

/**
 * Bytes of an authentication dialogue that runs outside of messages, such as that of Kerberos V5 (section 4.5).
 *
 * <pre>
 * Byten bytes
 * </pre>
 *
 * @param bytes whatever the dialogue wants; {@link #toString} does not show them
 */
public record ServerRawBytes(Bytes bytes) implements BackendMessage {
    @Override
    public BackendKind kind() {
        return BackendKind.SERVER_RAW_BYTES;
    }

    @Override
    public int wireLength() {
        return bytes.length();
    }

    @Override
    public void write(WireWriter out) {
        out.bytes(bytes);
    }

    @Override
    public String toString() {
        return "ServerRawBytes[" + bytes.length() + " bytes]";
    }
}
