package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;

/**
 * The client is about to close (section 3.18). There is no answer but to what was asked before.
 *
 * <pre>
 * Byte1 'X'
 * </pre>
 */
public record Terminate() implements FrontendMessage {
    /** How it is read; made only for whoever reads it, which clients do not. */
    static Format<Terminate> format() {
        return new Format<>("Terminate", 'X', in -> true, in -> new Terminate());
    }

    @Override
    public FrontendKind kind() {
        return FrontendKind.TERMINATE;
    }

    @Override
    public int wireLength() {
        return 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('X');
    }
}
