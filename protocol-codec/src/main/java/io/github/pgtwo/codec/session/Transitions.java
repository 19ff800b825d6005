package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.backend.BackendKind.ASCII_ROW;
import static io.github.pgtwo.codec.backend.BackendKind.AUTHENTICATION_OK;
import static io.github.pgtwo.codec.backend.BackendKind.AUTHENTICATION_PASSWORD;
import static io.github.pgtwo.codec.backend.BackendKind.AUTHENTICATION_RAW;
import static io.github.pgtwo.codec.backend.BackendKind.AUTHENTICATION_UNKNOWN;
import static io.github.pgtwo.codec.backend.BackendKind.BACKEND_KEY_DATA;
import static io.github.pgtwo.codec.backend.BackendKind.BINARY_ROW;
import static io.github.pgtwo.codec.backend.BackendKind.COMPLETED_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.COPY_IN_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.COPY_OUT_DATA;
import static io.github.pgtwo.codec.backend.BackendKind.COPY_OUT_DONE;
import static io.github.pgtwo.codec.backend.BackendKind.COPY_OUT_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.CURSOR_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.EMPTY_QUERY_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.ERROR_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.FUNCTION_RESULT_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.FUNCTION_VOID_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.NOTICE_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.NOTIFICATION_RESPONSE;
import static io.github.pgtwo.codec.backend.BackendKind.READY_FOR_QUERY;
import static io.github.pgtwo.codec.backend.BackendKind.ROW_DESCRIPTION;
import static io.github.pgtwo.codec.backend.BackendKind.SERVER_RAW_BYTES;
import static io.github.pgtwo.codec.backend.BackendKind.SSL_ACCEPTED;
import static io.github.pgtwo.codec.backend.BackendKind.SSL_REFUSED;
import static io.github.pgtwo.codec.frontend.FrontendKind.CANCEL_REQUEST;
import static io.github.pgtwo.codec.frontend.FrontendKind.CLIENT_RAW_BYTES;
import static io.github.pgtwo.codec.frontend.FrontendKind.COPY_IN_DATA;
import static io.github.pgtwo.codec.frontend.FrontendKind.COPY_IN_DONE;
import static io.github.pgtwo.codec.frontend.FrontendKind.FUNCTION_CALL;
import static io.github.pgtwo.codec.frontend.FrontendKind.GSS_ENCRYPTION_REQUEST;
import static io.github.pgtwo.codec.frontend.FrontendKind.PASSWORD_PACKET;
import static io.github.pgtwo.codec.frontend.FrontendKind.QUERY;
import static io.github.pgtwo.codec.frontend.FrontendKind.SSL_REQUEST;
import static io.github.pgtwo.codec.frontend.FrontendKind.STARTUP_PACKET;
import static io.github.pgtwo.codec.frontend.FrontendKind.TERMINATE;
import static io.github.pgtwo.codec.frontend.FrontendKind.UNSUPPORTED_STARTUP;

import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.frontend.FrontendKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * The table of the conversation (section 1): in this phase, after that message, the session is in which phase.
 * What is not in the table is illegal. The table does not know which side we are, nor what is counted: how many
 * queries are to be answered, and that a client says nothing behind Terminate but waits for the answers.
 *
 * <p>An error leads to different places: before the first ReadyForQuery and in IDLE it announces the end of
 * the connection; in a Query it is followed by ReadyForQuery, or by the end of the stream when it was fatal,
 * which its translated text does not tell reliably; from CopyInResponse until the copy is answered it ends all
 * talk, even behind the end of the data, as the server takes what it has not read for messages (section 7.5).
 *
 * <p>Copy data may be over before its end was sent: servers also take a {@code \.} for it that ends a line of
 * data, or that a carriage return follows.
 */
final class Transitions {
    private static final Map<Phase, Row> TABLE = new EnumMap<>(Phase.class);

    static {
        in(Phase.CONNECTED)
                .client(STARTUP_PACKET, Phase.STARTUP)
                .client(SSL_REQUEST, Phase.SSL_ANSWER)
                .client(CANCEL_REQUEST, Phase.CANCELLING)
                .client(GSS_ENCRYPTION_REQUEST, Phase.GSS_ANSWER)
                .client(UNSUPPORTED_STARTUP, Phase.UNSUPPORTED)
                .clientEnd(Phase.CLOSED);
        in(Phase.SSL_ANSWER)
                .server(SSL_ACCEPTED, Phase.SSL_SETTLED)
                .server(SSL_REFUSED, Phase.SSL_SETTLED)
                .server(ERROR_RESPONSE, Phase.CLOSING);
        in(Phase.SSL_SETTLED)
                .client(STARTUP_PACKET, Phase.STARTUP)
                .client(CANCEL_REQUEST, Phase.CANCELLING)
                // 7.0 and 7.1 answer a second one, others refuse; a client never sends it
                .client(SSL_REQUEST, Phase.SSL_ANSWER)
                .client(GSS_ENCRYPTION_REQUEST, Phase.UNSUPPORTED)
                .client(UNSUPPORTED_STARTUP, Phase.UNSUPPORTED)
                .clientEnd(Phase.CLOSED);
        in(Phase.GSS_ANSWER).server(SSL_REFUSED, Phase.CONNECTED).server(ERROR_RESPONSE, Phase.CLOSING);
        in(Phase.UNSUPPORTED)
                .server(ERROR_RESPONSE, Phase.CLOSING)
                .serverEnd(Phase.CLOSED)
                .clientEnd(Phase.CLOSED);
        in(Phase.CANCELLING)
                .server(ERROR_RESPONSE, Phase.CLOSING)
                .serverEnd(Phase.CLOSED)
                .clientEnd(Phase.CLOSED);
        in(Phase.STARTUP)
                .server(AUTHENTICATION_OK, Phase.BACKEND_START)
                .server(AUTHENTICATION_PASSWORD, Phase.AUTHENTICATING)
                .server(AUTHENTICATION_RAW, Phase.RAW_AUTHENTICATION)
                .server(AUTHENTICATION_UNKNOWN, Phase.CLOSING)
                .server(NOTICE_RESPONSE, Phase.STARTUP)
                .server(ERROR_RESPONSE, Phase.CLOSING);
        in(Phase.AUTHENTICATING)
                .client(PASSWORD_PACKET, Phase.STARTUP)
                .server(NOTICE_RESPONSE, Phase.AUTHENTICATING)
                .server(ERROR_RESPONSE, Phase.CLOSING)
                .clientEnd(Phase.CLOSED);
        in(Phase.RAW_AUTHENTICATION)
                .client(CLIENT_RAW_BYTES, Phase.RAW_AUTHENTICATION)
                .server(SERVER_RAW_BYTES, Phase.RAW_AUTHENTICATION)
                .clientEnd(Phase.CLOSED);
        in(Phase.BACKEND_START)
                .server(BACKEND_KEY_DATA, Phase.BACKEND_START)
                .server(NOTICE_RESPONSE, Phase.BACKEND_START)
                .server(READY_FOR_QUERY, Phase.IDLE)
                .server(ERROR_RESPONSE, Phase.CLOSING);
        in(Phase.IDLE)
                .client(QUERY, Phase.QUERY)
                .client(FUNCTION_CALL, Phase.FUNCTION)
                .client(TERMINATE, Phase.CLOSED)
                .server(NOTICE_RESPONSE, Phase.IDLE)
                .server(NOTIFICATION_RESPONSE, Phase.IDLE)
                .server(ERROR_RESPONSE, Phase.CLOSING)
                .serverEnd(Phase.CLOSED)
                .clientEnd(Phase.CLOSED);
        in(Phase.QUERY)
                .client(QUERY, Phase.QUERY)
                .client(TERMINATE, Phase.QUERY)
                .server(CURSOR_RESPONSE, Phase.QUERY)
                .server(ROW_DESCRIPTION, Phase.QUERY)
                .server(ASCII_ROW, Phase.QUERY)
                .server(BINARY_ROW, Phase.QUERY)
                .server(COMPLETED_RESPONSE, Phase.QUERY)
                .server(EMPTY_QUERY_RESPONSE, Phase.QUERY)
                .server(COPY_IN_RESPONSE, Phase.COPY_IN)
                .server(COPY_OUT_RESPONSE, Phase.COPY_OUT)
                .server(NOTICE_RESPONSE, Phase.QUERY)
                .server(NOTIFICATION_RESPONSE, Phase.QUERY)
                .server(READY_FOR_QUERY, Phase.IDLE)
                .server(ERROR_RESPONSE, Phase.QUERY_FAILED);
        in(Phase.QUERY_FAILED)
                .client(QUERY, Phase.QUERY_FAILED)
                .client(TERMINATE, Phase.QUERY_FAILED)
                .server(NOTICE_RESPONSE, Phase.QUERY_FAILED)
                .server(NOTIFICATION_RESPONSE, Phase.QUERY_FAILED)
                .server(ERROR_RESPONSE, Phase.QUERY_FAILED)
                .server(READY_FOR_QUERY, Phase.IDLE)
                .serverEnd(Phase.CLOSED);
        in(Phase.FUNCTION)
                .client(TERMINATE, Phase.FUNCTION)
                .server(FUNCTION_RESULT_RESPONSE, Phase.FUNCTION)
                .server(FUNCTION_VOID_RESPONSE, Phase.FUNCTION)
                .server(NOTICE_RESPONSE, Phase.FUNCTION)
                .server(NOTIFICATION_RESPONSE, Phase.FUNCTION)
                .server(READY_FOR_QUERY, Phase.IDLE)
                .server(ERROR_RESPONSE, Phase.QUERY_FAILED);
        in(Phase.COPY_IN)
                .client(COPY_IN_DATA, Phase.COPY_IN)
                .client(COPY_IN_DONE, Phase.COPY_IN_ENDED)
                .server(NOTICE_RESPONSE, Phase.COPY_IN)
                .server(COMPLETED_RESPONSE, Phase.QUERY)
                .server(ERROR_RESPONSE, Phase.COPY_FAILED)
                .clientEnd(Phase.CLOSED);
        in(Phase.COPY_IN_ENDED)
                .server(NOTICE_RESPONSE, Phase.COPY_IN_ENDED)
                .server(NOTIFICATION_RESPONSE, Phase.COPY_IN_ENDED)
                .server(COMPLETED_RESPONSE, Phase.QUERY)
                .server(ERROR_RESPONSE, Phase.COPY_FAILED);
        in(Phase.COPY_FAILED)
                .server(NOTICE_RESPONSE, Phase.COPY_FAILED)
                .server(ERROR_RESPONSE, Phase.COPY_FAILED)
                .server(READY_FOR_QUERY, Phase.COPY_FAILED)
                .serverEnd(Phase.CLOSED)
                .clientEnd(Phase.CLOSED);
        in(Phase.COPY_OUT)
                .server(COPY_OUT_DATA, Phase.COPY_OUT)
                .server(COPY_OUT_DONE, Phase.QUERY)
                // among the data, 6.4 only
                .server(NOTICE_RESPONSE, Phase.COPY_OUT)
                .server(ERROR_RESPONSE, Phase.QUERY_FAILED);
        in(Phase.CLOSING)
                .client(TERMINATE, Phase.CLOSED)
                .server(NOTICE_RESPONSE, Phase.CLOSING)
                .server(ERROR_RESPONSE, Phase.CLOSING)
                .serverEnd(Phase.CLOSED)
                .clientEnd(Phase.CLOSED);
    }

    private Transitions() {}

    /** Where a message of the client leads; {@link Phase#FAILED} if it is illegal in this phase. */
    static Phase after(Phase phase, FrontendKind kind) {
        return row(phase).client.getOrDefault(kind, Phase.FAILED);
    }

    /** Where a message of the server leads; {@link Phase#FAILED} if it is illegal in this phase. */
    static Phase after(Phase phase, BackendKind kind) {
        return row(phase).server.getOrDefault(kind, Phase.FAILED);
    }

    /** Where the end of the server's stream leads; {@link Phase#FAILED} if nobody had announced it. */
    static Phase afterServerEnd(Phase phase) {
        return row(phase).serverEnd;
    }

    /** Where the end of the client's stream leads; {@link Phase#FAILED} if it was not the client's turn. */
    static Phase afterClientEnd(Phase phase) {
        return row(phase).clientEnd;
    }

    private static Row row(Phase phase) {
        return TABLE.getOrDefault(phase, Row.EMPTY);
    }

    private static Row in(Phase phase) {
        Row row = new Row();
        TABLE.put(phase, row);
        return row;
    }

    private static final class Row {
        static final Row EMPTY = new Row();

        final Map<FrontendKind, Phase> client = new EnumMap<>(FrontendKind.class);
        final Map<BackendKind, Phase> server = new EnumMap<>(BackendKind.class);
        Phase clientEnd = Phase.FAILED;
        Phase serverEnd = Phase.FAILED;

        Row client(FrontendKind kind, Phase next) {
            client.put(kind, next);
            return this;
        }

        Row server(BackendKind kind, Phase next) {
            server.put(kind, next);
            return this;
        }

        Row clientEnd(Phase next) {
            clientEnd = next;
            return this;
        }

        Row serverEnd(Phase next) {
            serverEnd = next;
            return this;
        }
    }
}
