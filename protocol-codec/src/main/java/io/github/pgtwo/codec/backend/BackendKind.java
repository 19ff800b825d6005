package io.github.pgtwo.codec.backend;

/** The kinds of message that a server sends; made for exhaustive switches. */
public enum BackendKind {
    /** {@link AsciiRow}. */
    ASCII_ROW("AsciiRow"),
    /** {@link Authentication.Ok}. */
    AUTHENTICATION_OK("Authentication"),
    /** An {@link Authentication} that asks for a password packet: codes 3, 4, 5 and declared ones. */
    AUTHENTICATION_PASSWORD("Authentication"),
    /** An {@link Authentication} that begins a dialogue outside of messages: codes 1, 2, 6. */
    AUTHENTICATION_RAW("Authentication"),
    /** {@link Authentication.Unknown}. */
    AUTHENTICATION_UNKNOWN("Authentication"),
    /** {@link BackendKeyData}. */
    BACKEND_KEY_DATA("BackendKeyData"),
    /** {@link BinaryRow}. */
    BINARY_ROW("BinaryRow"),
    /** {@link CompletedResponse}. */
    COMPLETED_RESPONSE("CompletedResponse"),
    /** {@link CopyInResponse}. */
    COPY_IN_RESPONSE("CopyInResponse"),
    /** {@link CopyOutData}. */
    COPY_OUT_DATA("CopyOutData"),
    /** {@link CopyOutDone}. */
    COPY_OUT_DONE("CopyOutDone"),
    /** {@link CopyOutResponse}. */
    COPY_OUT_RESPONSE("CopyOutResponse"),
    /** {@link CursorResponse}. */
    CURSOR_RESPONSE("CursorResponse"),
    /** {@link EmptyQueryResponse}. */
    EMPTY_QUERY_RESPONSE("EmptyQueryResponse"),
    /** {@link ErrorResponse}. */
    ERROR_RESPONSE("ErrorResponse"),
    /** {@link FunctionResultResponse}. */
    FUNCTION_RESULT_RESPONSE("FunctionResultResponse"),
    /** {@link FunctionVoidResponse}. */
    FUNCTION_VOID_RESPONSE("FunctionVoidResponse"),
    /** {@link NoticeResponse}. */
    NOTICE_RESPONSE("NoticeResponse"),
    /** {@link NotificationResponse}. */
    NOTIFICATION_RESPONSE("NotificationResponse"),
    /** {@link ReadyForQuery}. */
    READY_FOR_QUERY("ReadyForQuery"),
    /** {@link RowDescription}. */
    ROW_DESCRIPTION("RowDescription"),
    /** {@link ServerRawBytes}. */
    SERVER_RAW_BYTES("ServerRawBytes"),
    /** An {@link SslResponse} that accepts. */
    SSL_ACCEPTED("SslResponse"),
    /** An {@link SslResponse} that refuses. */
    SSL_REFUSED("SslResponse");

    private final String messageName;

    BackendKind(String messageName) {
        this.messageName = messageName;
    }

    /** The message's name in the protocol text. */
    public String messageName() {
        return messageName;
    }
}
