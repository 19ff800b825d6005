package io.github.pgtwo.codec.backend;

/** The kinds of message that a server sends; made for exhaustive switches. */
public enum BackendKind {
    /** {@link AsciiRow}. */
    ASCII_ROW,
    /** {@link Authentication.Ok}. */
    AUTHENTICATION_OK,
    /** An {@link Authentication} that asks for a password packet: codes 3, 4, 5. */
    AUTHENTICATION_PASSWORD,
    /** An {@link Authentication} that begins a dialogue outside of messages: codes 1, 2, 6. */
    AUTHENTICATION_RAW,
    /** {@link Authentication.Unknown}. */
    AUTHENTICATION_UNKNOWN,
    /** {@link BackendKeyData}. */
    BACKEND_KEY_DATA,
    /** {@link BinaryRow}. */
    BINARY_ROW,
    /** {@link CompletedResponse}. */
    COMPLETED_RESPONSE,
    /** {@link CopyInResponse}. */
    COPY_IN_RESPONSE,
    /** {@link CopyOutData}. */
    COPY_OUT_DATA,
    /** {@link CopyOutDone}. */
    COPY_OUT_DONE,
    /** {@link CopyOutResponse}. */
    COPY_OUT_RESPONSE,
    /** {@link CursorResponse}. */
    CURSOR_RESPONSE,
    /** {@link EmptyQueryResponse}. */
    EMPTY_QUERY_RESPONSE,
    /** {@link ErrorResponse}. */
    ERROR_RESPONSE,
    /** {@link FunctionResultResponse}. */
    FUNCTION_RESULT_RESPONSE,
    /** {@link FunctionVoidResponse}. */
    FUNCTION_VOID_RESPONSE,
    /** {@link NoticeResponse}. */
    NOTICE_RESPONSE,
    /** {@link NotificationResponse}. */
    NOTIFICATION_RESPONSE,
    /** {@link ReadyForQuery}. */
    READY_FOR_QUERY,
    /** {@link RowDescription}. */
    ROW_DESCRIPTION,
    /** {@link ServerRawBytes}. */
    SERVER_RAW_BYTES,
    /** An {@link SslResponse} that accepts. */
    SSL_ACCEPTED,
    /** An {@link SslResponse} that refuses. */
    SSL_REFUSED
}
