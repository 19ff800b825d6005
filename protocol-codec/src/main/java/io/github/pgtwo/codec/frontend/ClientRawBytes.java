package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;

/**
 * Bytes of an authentication dialogue that runs outside of messages, Kerberos or SCM (sections 4.4 to 4.6).
 *
 * <pre>
 * Byten bytes
 * </pre>
 *
 * @param bytes whatever the dialogue wants; {@link #toString} does not show them
 */
public record ClientRawBytes(Bytes bytes) implements FrontendMessage {
    @Override
    public FrontendKind kind() {
        return FrontendKind.CLIENT_RAW_BYTES;
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
        return "ClientRawBytes[" + bytes.length() + " bytes]";
    }
}
