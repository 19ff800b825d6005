package io.github.pgtwo.codec.trace;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CursorResponse;
import io.github.pgtwo.codec.backend.EmptyQueryResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.FunctionResultResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import io.github.pgtwo.codec.backend.RowData;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.backend.ServerRawBytes;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.ClientRawBytes;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.UnsupportedStartup;
import io.github.pgtwo.codec.session.SessionListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Formats messages of both sides, one line each: direction, name, fields. Passwords and cancel keys are
 * masked, other control characters and bytes beyond ASCII are escaped, and long texts are cut. Thread-safe.
 */
public final class MessageTrace {
    private static final int LONGEST = 200;

    private MessageTrace() {}

    /** A listener that hands on a line for each message. */
    public static SessionListener listener(Consumer<String> lines) {
        return new SessionListener() {
            @Override
            public void client(FrontendMessage message) {
                lines.accept(MessageTrace.client(message));
            }

            @Override
            public void server(BackendMessage message) {
                lines.accept(MessageTrace.server(message));
            }
        };
    }

    /** A line for what the client says. */
    public static String client(FrontendMessage message) {
        return ("F " + message.getClass().getSimpleName() + " " + fields(message)).stripTrailing();
    }

    /** A line for what the server says. */
    public static String server(BackendMessage message) {
        return ("B " + name(message) + " " + fields(message)).stripTrailing();
    }

    private static String name(BackendMessage message) {
        String name = message.getClass().getSimpleName();
        return message instanceof Authentication ? "Authentication" + name : name;
    }

    private static String fields(FrontendMessage message) {
        return switch (message.kind()) {
            case CANCEL_REQUEST -> "pid=" + ((CancelRequest) message).processId() + " key=***";
            case CLIENT_RAW_BYTES -> ((ClientRawBytes) message).bytes().length() + " bytes";
            case COPY_IN_DATA -> text(((CopyInData) message).data());
            case GSS_ENCRYPTION_REQUEST, UNSUPPORTED_STARTUP -> unsupported((UnsupportedStartup) message);
            case FUNCTION_CALL -> call((FunctionCall) message);
            case PASSWORD_PACKET -> "***";
            case QUERY -> text(((Query) message).text());
            case STARTUP_PACKET -> startup((StartupPacket) message);
            case COPY_IN_DONE, SSL_REQUEST, TERMINATE -> "";
        };
    }

    private static String unsupported(UnsupportedStartup packet) {
        return (packet.code() >>> 16) + "." + (packet.code() & 0xffff) + ", "
                + packet.body().length() + " bytes";
    }

    private static String startup(StartupPacket packet) {
        return "2." + packet.minorVersion() + " database=" + text(packet.database()) + " user=" + text(packet.user())
                + " options=" + text(packet.options()) + " tty=" + text(packet.tty());
    }

    private static String call(FunctionCall call) {
        return "oid=" + Integer.toUnsignedString(call.functionOid()) + " "
                + call.arguments().stream()
                        .map(argument -> argument.map(Bytes::toString).orElse("NULL"))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String request(Authentication request) {
        String code = request instanceof Authentication.Declared ? "code=" + request.code() + " " : "";
        return code + request.challenge();
    }

    private static String fields(BackendMessage message) {
        return switch (message.kind()) {
            case ASCII_ROW -> row(((AsciiRow) message).data(), false);
            case AUTHENTICATION_PASSWORD -> request((Authentication) message);
            case AUTHENTICATION_UNKNOWN -> "code=" + ((Authentication) message).code();
            case BACKEND_KEY_DATA -> "pid=" + ((BackendKeyData) message).processId() + " key=***";
            case BINARY_ROW -> row(((BinaryRow) message).data(), true);
            case COMPLETED_RESPONSE -> text(((CompletedResponse) message).tag());
            case COPY_OUT_DATA -> text(((CopyOutData) message).data());
            case CURSOR_RESPONSE -> text(((CursorResponse) message).cursor());
            case EMPTY_QUERY_RESPONSE -> text(((EmptyQueryResponse) message).unused());
            case ERROR_RESPONSE -> text(((ErrorResponse) message).text());
            case FUNCTION_RESULT_RESPONSE ->
                ((FunctionResultResponse) message).value().toString();
            case NOTICE_RESPONSE -> text(((NoticeResponse) message).text());
            case NOTIFICATION_RESPONSE -> notification((NotificationResponse) message);
            case ROW_DESCRIPTION -> columns(((RowDescription) message).columns());
            case SERVER_RAW_BYTES -> ((ServerRawBytes) message).bytes().length() + " bytes";
            case SSL_ACCEPTED, SSL_REFUSED -> ((SslResponse) message).accepted() ? "S" : "N";
            case AUTHENTICATION_OK, AUTHENTICATION_RAW, COPY_IN_RESPONSE, COPY_OUT_DONE, COPY_OUT_RESPONSE -> "";
            case FUNCTION_VOID_RESPONSE, READY_FOR_QUERY -> "";
        };
    }

    private static String notification(NotificationResponse message) {
        return "pid=" + message.processId() + " " + text(message.condition());
    }

    private static String columns(List<Column> columns) {
        return columns.stream()
                .map(column -> text(column.name()) + ":" + Integer.toUnsignedString(column.typeOid()) + ":"
                        + column.typeSize() + ":" + column.typeModifier())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String row(RowData row, boolean binary) {
        return IntStream.range(0, row.columns())
                .mapToObj(i -> value(row.isNull(i) ? Optional.empty() : Optional.of(row.value(i)), binary))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String value(Optional<Bytes> value, boolean binary) {
        return value.map(bytes -> binary ? bytes.toString() : text(bytes)).orElse("NULL");
    }

    private static String text(Bytes bytes) {
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < Math.min(bytes.length(), LONGEST); i++) {
            escape(bytes.at(i) & 0xff, shown);
        }
        return shown.append(bytes.length() > LONGEST ? "'... (" + bytes.length() + " bytes)" : "'")
                .toString();
    }

    private static void escape(int character, StringBuilder to) {
        switch (character) {
            case '\n' -> to.append("\\n");
            case '\t' -> to.append("\\t");
            case '\'', '\\' -> to.append('\\').append((char) character);
            default -> {
                if (character < ' ' || character > '~') {
                    to.append(String.format("\\x%02x", character));
                } else {
                    to.append((char) character);
                }
            }
        }
    }
}
