package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;

/**
 * A first packet that this protocol version does not define, such as the StartupPacket of another (section 1.2). A
 * server refuses it with an ErrorResponse, or with a byte where the client asks for encryption through GSSAPI. It
 * is there to be received: a {@code ClientSession} does not send it.
 *
 * <pre>
 * Int32 the packet's length, itself included
 * Int32 code
 * Byten body
 * </pre>
 *
 * @param code protocol version or request code; not one of StartupPacket 2.x, SSLRequest, CancelRequest
 * @param body whatever that version defines; {@link #toString} does not show it
 */
public record UnsupportedStartup(int code, Bytes body) implements FrontendMessage {
    /** GSSENCRequest, of clients from 12 on. */
    static final int GSS_ENCRYPTION = 80877104;

    private static final int HEADER = 2 * Integer.BYTES;

    /** Refuses the codes that have a record of their own. */
    public UnsupportedStartup {
        if (isSupported(code)) {
            throw new LocalProtocolException("UnsupportedStartup", "is not for the known code " + code);
        }
    }

    static boolean isSupported(int code) {
        return code >>> 16 == StartupPacket.MAJOR || code == SslRequest.CODE || code == CancelRequest.CODE;
    }

    @Override
    public FrontendKind kind() {
        return code == GSS_ENCRYPTION ? FrontendKind.GSS_ENCRYPTION_REQUEST : FrontendKind.UNSUPPORTED_STARTUP;
    }

    @Override
    public int wireLength() {
        return HEADER + body.length();
    }

    @Override
    public void write(WireWriter out) {
        out.reserve(wireLength()).int32(wireLength()).int32(code).bytes(body);
    }

    @Override
    public String toString() {
        return "UnsupportedStartup[code=" + code + ", " + body.length() + " bytes]";
    }
}
