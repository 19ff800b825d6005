package io.github.pgtwo.codec.frontend;

/** The kinds of message that a client sends; made for exhaustive switches. */
public enum FrontendKind {
    /** {@link CancelRequest}. */
    CANCEL_REQUEST,
    /** {@link ClientRawBytes}. */
    CLIENT_RAW_BYTES,
    /** {@link CopyInData}. */
    COPY_IN_DATA,
    /** {@link CopyInDone}. */
    COPY_IN_DONE,
    /** {@link FunctionCall}. */
    FUNCTION_CALL,
    /** {@link PasswordPacket}. */
    PASSWORD_PACKET,
    /** {@link Query}. */
    QUERY,
    /** {@link SslRequest}. */
    SSL_REQUEST,
    /** {@link StartupPacket}. */
    STARTUP_PACKET,
    /** {@link Terminate}. */
    TERMINATE
}
