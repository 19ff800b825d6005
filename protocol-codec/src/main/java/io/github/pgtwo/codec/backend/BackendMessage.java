package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;

/** A message from server to client (section 3). Implementations are immutable. */
public sealed interface BackendMessage
        permits AsciiRow,
                Authentication,
                BackendKeyData,
                BinaryRow,
                CompletedResponse,
                CopyInResponse,
                CopyOutData,
                CopyOutDone,
                CopyOutResponse,
                CursorResponse,
                EmptyQueryResponse,
                ErrorResponse,
                FunctionResultResponse,
                FunctionVoidResponse,
                NoticeResponse,
                NotificationResponse,
                ReadyForQuery,
                RowDescription,
                ServerRawBytes,
                SslResponse {

    /** Which of the messages this is. */
    BackendKind kind();

    /** How many bytes the message takes on the wire, tag included. */
    int wireLength();

    /** Appends the message as it goes over the wire. */
    void write(WireWriter out);

    /** The message as it goes over the wire. */
    default Bytes encode() {
        WireWriter out = new WireWriter(wireLength());
        write(out);
        return out.take();
    }
}
