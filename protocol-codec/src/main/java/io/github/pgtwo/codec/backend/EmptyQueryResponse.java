package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.Text;

/**
 * The query was an empty string (sections 1.7, 3.12).
 *
 * <pre>
 * Byte1  'I'
 * String unused
 * </pre>
 *
 * @param unused always empty on the servers examined
 */
public record EmptyQueryResponse(Bytes unused) implements BackendMessage {
    static final Format<EmptyQueryResponse> FORMAT = new Format<>(
            "EmptyQueryResponse",
            'I',
            in -> in.string("unused", in.limit(Limit.NAME)),
            in -> new EmptyQueryResponse(in.string()));

    /** Refuses a NUL. */
    public EmptyQueryResponse {
        Text.check("EmptyQueryResponse.unused", unused);
    }

    @Override
    public BackendKind kind() {
        return BackendKind.EMPTY_QUERY_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 1 + unused.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('I').string(unused);
    }
}
