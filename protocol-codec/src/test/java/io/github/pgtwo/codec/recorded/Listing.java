package io.github.pgtwo.codec.recorded;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
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
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.UnsupportedStartup;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Renders messages in the style of the recorded listings, from nothing but their fields. */
final class Listing {
    private static final int LONGEST = 160;

    private Listing() {}

    static List<String> of(List<Object> messages) {
        return messages.stream().map(Listing::line).toList();
    }

    private static String line(Object message) {
        return message instanceof FrontendMessage client
                ? "F " + client(client)
                : "B " + server((BackendMessage) message);
    }

    private static String client(FrontendMessage message) {
        return switch (message.kind()) {
            case CANCEL_REQUEST ->
                "CancelRequest pid=" + ((CancelRequest) message).processId() + " key="
                        + ((CancelRequest) message).secretKey();
            case CLIENT_RAW_BYTES -> throw new AssertionError("an observer does not hear raw bytes");
            case COPY_IN_DATA -> "CopyData " + whole(((CopyInData) message).data());
            case COPY_IN_DONE -> "CopyDone";
            case FUNCTION_CALL -> call((FunctionCall) message);
            case GSS_ENCRYPTION_REQUEST, UNSUPPORTED_STARTUP ->
                "UnsupportedStartup " + ((UnsupportedStartup) message).code();
            case PASSWORD_PACKET -> "PasswordPacket " + quoted(((PasswordPacket) message).answer());
            case QUERY -> "Query " + quoted(((Query) message).text());
            case SSL_REQUEST -> "SSLRequest";
            case STARTUP_PACKET -> startup((StartupPacket) message);
            case TERMINATE -> "Terminate";
        };
    }

    private static String startup(StartupPacket packet) {
        return String.format(
                "StartupPacket proto=0x0002%04x db=%s user=%s options=%s tty=%s",
                packet.minorVersion(),
                quoted(packet.database()),
                quoted(packet.user()),
                packet.options().utf8(),
                packet.tty().utf8());
    }

    private static String call(FunctionCall call) {
        return "FunctionCall oid=" + call.functionOid() + " args="
                + call.arguments().stream()
                        .map(argument ->
                                argument.map(bytes -> "'" + hex(bytes) + "'").orElse("None"))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String server(BackendMessage message) {
        return switch (message.kind()) {
            case ASCII_ROW -> "AsciiRow " + row(((AsciiRow) message).data(), message.encode(), Listing::quoted);
            case BINARY_ROW ->
                "BinaryRow " + row(((BinaryRow) message).data(), message.encode(), bytes -> "x" + hex(bytes));
            case AUTHENTICATION_OK, AUTHENTICATION_PASSWORD, AUTHENTICATION_RAW, AUTHENTICATION_UNKNOWN ->
                authentication((Authentication) message);
            case BACKEND_KEY_DATA ->
                "BackendKeyData pid=" + ((BackendKeyData) message).processId() + " key="
                        + ((BackendKeyData) message).secretKey();
            case COMPLETED_RESPONSE -> "CompletedResponse " + quoted(((CompletedResponse) message).tag());
            case COPY_OUT_DATA -> "CopyData " + whole(((CopyOutData) message).data());
            case COPY_OUT_DONE -> "CopyDone";
            case CURSOR_RESPONSE -> "CursorResponse " + quoted(((CursorResponse) message).cursor());
            case EMPTY_QUERY_RESPONSE -> "EmptyQueryResponse " + quoted(((EmptyQueryResponse) message).unused());
            case ERROR_RESPONSE -> "ErrorResponse " + quoted(((ErrorResponse) message).text());
            case FUNCTION_RESULT_RESPONSE -> result(((FunctionResultResponse) message).value());
            case FUNCTION_VOID_RESPONSE -> "FunctionVoidResponse '0'";
            case NOTICE_RESPONSE -> "NoticeResponse " + quoted(((NoticeResponse) message).text());
            case NOTIFICATION_RESPONSE -> notification((NotificationResponse) message);
            case ROW_DESCRIPTION -> description((RowDescription) message);
            case SSL_ACCEPTED, SSL_REFUSED -> "SslResponse " + (((SslResponse) message).accepted() ? "S" : "N");
            case SERVER_RAW_BYTES -> throw new AssertionError("an observer does not hear raw bytes");
            case COPY_IN_RESPONSE, COPY_OUT_RESPONSE, READY_FOR_QUERY ->
                message.getClass().getSimpleName();
        };
    }

    private static String authentication(Authentication request) {
        String salt = request.challenge().isEmpty() ? "" : " salt=" + hex(request.challenge());
        String name = request.getClass().getSimpleName().replace("Md5", "MD5");
        return "Authentication " + request.code() + " " + name + salt;
    }

    private static String result(Bytes value) {
        return "FunctionResultResponse len=" + value.length() + " x" + hex(value) + " end='0'";
    }

    private static String notification(NotificationResponse message) {
        return "NotificationResponse pid=" + message.processId() + " " + quoted(message.condition());
    }

    private static String description(RowDescription description) {
        return "RowDescription " + description.columns().size() + " "
                + description.columns().stream()
                        .map(column -> quoted(column.name()) + ":" + column.typeOid() + ":" + column.typeSize() + ":"
                                + column.typeModifier())
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String row(RowData row, Bytes wire, Function<Bytes, String> shown) {
        Bytes bitmap = wire.slice(1, 1 + (row.columns() + 7) / 8);
        return "bitmap=" + hex(bitmap) + " "
                + IntStream.range(0, row.columns())
                        .mapToObj(i -> row.isNull(i) ? Optional.<Bytes>empty() : Optional.of(row.value(i)))
                        .map(value -> value.map(shown).orElse("NULL"))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String hex(Bytes bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static String quoted(Bytes bytes) {
        return bytes.length() <= LONGEST
                ? whole(bytes)
                : whole(bytes.slice(0, LONGEST)) + "...(" + bytes.length() + " bytes)";
    }

    private static String whole(Bytes bytes) {
        char quote = bytes.indexOf('\'') >= 0 && bytes.indexOf('"') < 0 ? '"' : '\'';
        return bytes.text(StandardCharsets.ISO_8859_1)
                .chars()
                .mapToObj(c -> escaped((char) c, quote))
                .collect(Collectors.joining("", "" + quote, "" + quote));
    }

    private static String escaped(char character, char quote) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default -> {
                if (character == quote) {
                    yield "\\" + character;
                }
                yield character < ' ' || character > '~'
                        ? String.format("\\x%02x", (int) character)
                        : String.valueOf(character);
            }
        };
    }
}
