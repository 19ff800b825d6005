package io.github.pgtwo.codec.frontend;

/** The kinds of message that a client sends; made for exhaustive switches. */
public enum FrontendKind {
    /** {@link CancelRequest}. */
    CANCEL_REQUEST("CancelRequest"),
    /** {@link ClientRawBytes}. */
    CLIENT_RAW_BYTES("ClientRawBytes"),
    /** {@link CopyInData}. */
    COPY_IN_DATA("CopyInData"),
    /** {@link CopyInDone}. */
    COPY_IN_DONE("CopyInDone"),
    /** {@link FunctionCall}. */
    FUNCTION_CALL("FunctionCall"),
    /** An {@link UnsupportedStartup} that asks for encryption through GSSAPI. */
    GSS_ENCRYPTION_REQUEST("UnsupportedStartup"),
    /** {@link PasswordPacket}. */
    PASSWORD_PACKET("PasswordPacket"),
    /** {@link Query}. */
    QUERY("Query"),
    /** {@link SslRequest}. */
    SSL_REQUEST("SslRequest"),
    /** {@link StartupPacket}. */
    STARTUP_PACKET("StartupPacket"),
    /** {@link Terminate}. */
    TERMINATE("Terminate"),
    /** Any other {@link UnsupportedStartup}. */
    UNSUPPORTED_STARTUP("UnsupportedStartup");

    private final String messageName;

    FrontendKind(String messageName) {
        this.messageName = messageName;
    }

    /** The message's name in the protocol text. */
    public String messageName() {
        return messageName;
    }
}
