package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The header that GSS-API puts before a message of Kerberos, and that servers do without (RFC 1964, 1.1).
 *
 * <pre>
 * 60 length    in DER
 * 06 09 2a 86 48 86 f7 12 01 02 02    Kerberos V5
 * Int16        which message
 * </pre>
 */
final class GssToken {
    static final int AP_REQ = 0x0100;
    static final int AP_REP = 0x0200;

    private static final byte[] MECHANISM = HexFormat.of().parseHex("06092a864886f712010202");
    private static final int TAG = 0x60;
    private static final int INNER = MECHANISM.length + Short.BYTES;

    private GssToken() {}

    static byte[] unwrap(byte[] token, int which) throws AuthenticationException {
        int begin = token.length < 2 ? 0 : 2 + ((token[1] & 0x80) == 0 ? 0 : token[1] & 0x7f);
        int end = begin + INNER;
        if (end > token.length
                || token[0] != TAG
                || !Arrays.equals(token, begin, begin + MECHANISM.length, MECHANISM, 0, MECHANISM.length)
                || ByteBuffer.wrap(token).getShort(end - Short.BYTES) != which) {
            throw new AuthenticationException(Kind.UNSUPPORTED, "this JVM's GSS-API made no Kerberos V5 token");
        }
        return Arrays.copyOfRange(token, end, token.length);
    }

    static byte[] wrap(byte[] message, int which) {
        int length = INNER + message.length;
        return ByteBuffer.allocate(6 + length)
                .put((byte) TAG)
                .put((byte) 0x84)
                .putInt(length)
                .put(MECHANISM)
                .putShort((short) which)
                .put(message)
                .array();
    }
}
