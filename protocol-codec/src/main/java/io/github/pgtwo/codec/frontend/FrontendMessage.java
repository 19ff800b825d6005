package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;

/** A message from client to server (section 3). Implementations are immutable. */
public sealed interface FrontendMessage
        permits CancelRequest,
                ClientRawBytes,
                CopyInData,
                CopyInDone,
                FunctionCall,
                PasswordPacket,
                Query,
                SslRequest,
                StartupPacket,
                Terminate,
                UnsupportedStartup {

    /** Which of the messages this is. */
    FrontendKind kind();

    /** How many bytes the message takes on the wire. */
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
