package io.github.pgtwo.codec.roundtrip;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.codec.backend.CursorResponse;
import io.github.pgtwo.codec.backend.EmptyQueryResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.FunctionResultResponse;
import io.github.pgtwo.codec.backend.FunctionVoidResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import io.github.pgtwo.codec.backend.ReadyForQuery;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.backend.ServerRawBytes;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.ClientRawBytes;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.CopyInDone;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.codec.frontend.UnsupportedStartup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Valid messages of every kind, with whatever content their fields may have; the same for the same seed. */
public final class RandomMessages {
    private static final int MOST_COLUMNS = 40;
    private static final int[] EXTREMES = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0xffff, 0x10000};

    private static final int GSS_ENCRYPTION = 80877104;
    private static final int LONGEST_BODY = 10_000 - 8;

    private final Random random;

    /** A generator that draws from this source. */
    public RandomMessages(Random random) {
        this.random = random;
    }

    /** A message of the server; a row has any number of columns. */
    public BackendMessage server(BackendKind kind) {
        return server(kind, random.nextInt(MOST_COLUMNS + 1));
    }

    /** A message of the server; if it is a row, with so many columns. */
    public BackendMessage server(BackendKind kind, int columns) {
        return switch (kind) {
            case ASCII_ROW -> AsciiRow.of(values(columns));
            case AUTHENTICATION_OK -> new Authentication.Ok();
            case AUTHENTICATION_PASSWORD ->
                oneOf(
                        Authentication.CleartextPassword::new,
                        () -> new Authentication.CryptPassword(bytes(2)),
                        () -> new Authentication.Md5Password(bytes(4)));
            case AUTHENTICATION_RAW ->
                oneOf(
                        Authentication.KerberosV4::new,
                        Authentication.KerberosV5::new,
                        Authentication.ScmCredential::new);
            case AUTHENTICATION_UNKNOWN -> new Authentication.Unknown(unknownCode());
            case BACKEND_KEY_DATA -> new BackendKeyData(int32(), int32());
            case BINARY_ROW -> BinaryRow.of(values(columns));
            case COMPLETED_RESPONSE -> new CompletedResponse(name());
            case COPY_IN_RESPONSE -> new CopyInResponse();
            case COPY_OUT_DATA -> new CopyOutData(copyData());
            case COPY_OUT_DONE -> new CopyOutDone();
            case COPY_OUT_RESPONSE -> new CopyOutResponse();
            case CURSOR_RESPONSE -> new CursorResponse(name());
            case EMPTY_QUERY_RESPONSE -> new EmptyQueryResponse(name());
            case ERROR_RESPONSE -> new ErrorResponse(text(16 << 10));
            case FUNCTION_RESULT_RESPONSE -> new FunctionResultResponse(value());
            case FUNCTION_VOID_RESPONSE -> new FunctionVoidResponse();
            case NOTICE_RESPONSE -> new NoticeResponse(text(16 << 10));
            case NOTIFICATION_RESPONSE -> new NotificationResponse(int32(), name());
            case READY_FOR_QUERY -> new ReadyForQuery();
            case ROW_DESCRIPTION -> description(columns);
            case SERVER_RAW_BYTES -> new ServerRawBytes(bytes(1 + random.nextInt(50)));
            case SSL_ACCEPTED -> new SslResponse(true);
            case SSL_REFUSED -> new SslResponse(false);
        };
    }

    /** A message of the client. */
    public FrontendMessage client(FrontendKind kind) {
        return switch (kind) {
            case CANCEL_REQUEST -> new CancelRequest(int32(), int32());
            case CLIENT_RAW_BYTES -> new ClientRawBytes(bytes(1 + random.nextInt(50)));
            case COPY_IN_DATA -> new CopyInData(escaped(copyData()));
            case COPY_IN_DONE -> new CopyInDone();
            case FUNCTION_CALL -> new FunctionCall(name(), int32(), values(random.nextInt(MOST_COLUMNS + 1)));
            case GSS_ENCRYPTION_REQUEST -> new UnsupportedStartup(GSS_ENCRYPTION, bytes(length(LONGEST_BODY)));
            case PASSWORD_PACKET -> new PasswordPacket(text(1000));
            case QUERY -> new Query(text(100_000));
            case SSL_REQUEST -> new SslRequest();
            case STARTUP_PACKET ->
                new StartupPacket(random.nextInt(1 << 16), text(64), text(32), text(64), text(64), text(64));
            case TERMINATE -> new Terminate();
            case UNSUPPORTED_STARTUP -> new UnsupportedStartup(unknownVersion(), bytes(length(LONGEST_BODY)));
        };
    }

    /** A description of so many columns. */
    public RowDescription description(int columns) {
        return new RowDescription(IntStream.range(0, columns)
                .mapToObj(i -> new Column(columns > 4 ? text(40) : name(), int32(), (short) int32(), int32()))
                .toList());
    }

    private List<Optional<Bytes>> values(int count) {
        int present = random.nextInt(4);
        return IntStream.range(0, count)
                .mapToObj(i -> random.nextInt(3) < present ? Optional.of(value()) : Optional.<Bytes>empty())
                .toList();
    }

    private Bytes value() {
        return bytes(length(5000));
    }

    private Bytes name() {
        return text(8 << 10);
    }

    private Bytes text(int longest) {
        byte[] text = bytes(length(longest)).toByteArray();
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == 0 ? (byte) (1 + random.nextInt(255)) : text[i];
        }
        return Bytes.wrap(text);
    }

    /** A backslash that begins a line may begin the end marker, and is left out. */
    private Bytes copyData() {
        byte[] data = random.nextBoolean()
                ? text(100_000).toByteArray()
                : Stream.generate(() -> oneOf(() -> "\n", () -> "\\.", () -> ".", () -> "\t\\N"))
                        .limit(1 + random.nextInt(30))
                        .reduce("", String::concat)
                        .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < data.length; i++) {
            data[i] = data[i] == '\\' && (i == 0 || data[i - 1] == '\n') ? (byte) 'x' : data[i];
        }
        return data.length == 0 ? Bytes.utf8("x") : Bytes.wrap(data);
    }

    /** Servers take an unescaped backslash and dot for the end, even within a line. */
    private static Bytes escaped(Bytes data) {
        String text = new String(data.toByteArray(), StandardCharsets.ISO_8859_1);
        return Bytes.wrap(text.replace("\\.", "\\\\.").getBytes(StandardCharsets.ISO_8859_1));
    }

    private Bytes bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    /** Mostly short, now and then none at all, the longest, or anything between. */
    private int length(int longest) {
        return switch (random.nextInt(200)) {
            case 0 -> longest;
            case 1 -> random.nextInt(longest + 1);
            default -> random.nextInt(Math.min(longest, 30) + 1);
        };
    }

    private int int32() {
        return random.nextInt(3) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextInt();
    }

    private int unknownCode() {
        int code = int32();
        return code >= 0 && code <= 6 ? 7 : code;
    }

    /** 3.0, or what is neither 2.x nor a request: those have 1234 in the place of the major version. */
    private int unknownVersion() {
        int code = int32();
        int major = code >>> 16;
        return major == 2 || major == 1234 ? 3 << 16 : code;
    }

    @SafeVarargs
    private <T> T oneOf(Supplier<? extends T>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }
}
