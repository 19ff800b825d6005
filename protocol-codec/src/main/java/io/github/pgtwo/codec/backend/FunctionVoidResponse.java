package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.WireWriter;

/**
 * A FunctionCall returned NULL, or nothing (sections 3.17, 8).
 *
 * <pre>
 * Byte1 'V'
 * Byte1 '0'
 * </pre>
 */
public record FunctionVoidResponse() implements BackendMessage {
    @Override
    public BackendKind kind() {
        return BackendKind.FUNCTION_VOID_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 2;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('V').int8(FunctionResponseFormat.END);
    }
}
