package io.github.pgtwo.codec.backend;

/** The kinds of message that a server sends; made for exhaustive switches. */
public enum BackendKind {
    /** {@link AsciiRow}. */
    ASCII_ROW,
    /** {@link Authentication.Ok}. */
    AUTHENTICATION_OK,
    /** Every other {@link Authentication}: the server wants something. */
    AUTHENTICATION_REQUEST,
    /** {@link BackendKeyData}. */
    BACKEND_KEY_DATA,
    /** {@link BinaryRow}. */
    BINARY_ROW,
    /** {@link CompletedResponse}. */
    COMPLETED_RESPONSE,
    /** {@link CopyInResponse}. */
    COPY_IN_RESPONSE,
    /** {@link CopyOutResponse}. */
    COPY_OUT_RESPONSE,
    /** {@link CursorResponse}. */
    CURSOR_RESPONSE,
    /** {@link EmptyQueryResponse}. */
    EMPTY_QUERY_RESPONSE,
    /** {@link ErrorResponse}. */
    ERROR_RESPONSE,
    /** {@link NoticeResponse}. */
    NOTICE_RESPONSE,
    /** {@link NotificationResponse}. */
    NOTIFICATION_RESPONSE,
    /** {@link ReadyForQuery}. */
    READY_FOR_QUERY,
    /** {@link RowDescription}. */
    ROW_DESCRIPTION
}
