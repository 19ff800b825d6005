package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;

/**
 * The server waits for a command (sections 1.4, 3.6). It does not tell the transaction's state.
 *
 * <pre>
 * Byte1 'Z'
 * </pre>
 */
public record ReadyForQuery() implements BackendMessage {
    static final Format<ReadyForQuery> FORMAT =
            new Format<>("ReadyForQuery", 'Z', in -> true, in -> ReadyForQuery.INSTANCE);

    private static final ReadyForQuery INSTANCE = new ReadyForQuery();

    @Override
    public BackendKind kind() {
        return BackendKind.READY_FOR_QUERY;
    }

    @Override
    public int wireLength() {
        return 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('Z');
    }
}
