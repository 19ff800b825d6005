package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;

/**
 * What a FunctionCall returned (sections 3.17, 8).
 *
 * <pre>
 * Byte1 'V'
 * Byte1 'G'
 * Int32 length of the value, its own four bytes not included
 * Byten value
 * Byte1 '0'
 * </pre>
 *
 * @param value in the server's binary form, which depends on its version
 */
public record FunctionResultResponse(Bytes value) implements BackendMessage {
    @Override
    public BackendKind kind() {
        return BackendKind.FUNCTION_RESULT_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 2 + Integer.BYTES + value.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('V')
                .int8(FunctionResponseFormat.RESULT)
                .int32(value.length())
                .bytes(value)
                .int8(FunctionResponseFormat.END);
    }
}
