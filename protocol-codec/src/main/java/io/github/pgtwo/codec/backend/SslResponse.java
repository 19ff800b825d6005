package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;

/**
 * The answer to an SSLRequest (section 10). The third answer, of servers that do not know the request, is an
 * {@link ErrorResponse}.
 *
 * <pre>
 * Byte1 'S' or 'N'
 * </pre>
 *
 * @param accepted 'S': the TLS handshake follows at once, and nothing else may; 'N': go on unencrypted or not
 *     at all
 */
public record SslResponse(boolean accepted) implements BackendMessage {
    static final char ACCEPTED = 'S';
    static final char REFUSED = 'N';

    static final Format<SslResponse> FORMAT =
            new Format<>("SslResponse", '\0', in -> in.skip(1), in -> new SslResponse(in.int8() == ACCEPTED));

    @Override
    public BackendKind kind() {
        return accepted ? BackendKind.SSL_ACCEPTED : BackendKind.SSL_REFUSED;
    }

    @Override
    public int wireLength() {
        return 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8(accepted ? ACCEPTED : REFUSED);
    }
}
