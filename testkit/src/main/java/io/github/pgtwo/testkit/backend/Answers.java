package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CursorResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.ReadyForQuery;
import io.github.pgtwo.codec.backend.RowDescription;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What servers say most, in few words and in UTF-8. All other messages are records of the codec. */
public final class Answers {
    private static final int TEXT_OID = 25;

    private Answers() {}

    /** The login is over. */
    public static BackendMessage ok() {
        return new Authentication.Ok();
    }

    /** A request for the password as it is. */
    public static BackendMessage cleartext() {
        return new Authentication.CleartextPassword();
    }

    /** A request for the password through MD5. */
    public static BackendMessage md5(int salt) {
        byte[] bytes = {(byte) (salt >>> 24), (byte) (salt >>> 16), (byte) (salt >>> 8), (byte) salt};
        return new Authentication.Md5Password(Bytes.wrap(bytes));
    }

    /** What a client needs to cancel queries of this session. */
    public static BackendMessage key(int processId, int secretKey) {
        return new BackendKeyData(processId, secretKey);
    }

    /** The server waits for a command. */
    public static BackendMessage ready() {
        return new ReadyForQuery();
    }

    /** A query is about to give rows. */
    public static BackendMessage cursor() {
        return new CursorResponse(Bytes.utf8("blank"));
    }

    /** Columns of type text. */
    public static BackendMessage columns(String... names) {
        return new RowDescription(Arrays.stream(names)
                .map(name -> new Column(Bytes.utf8(name), TEXT_OID, (short) -1, -1))
                .toList());
    }

    /** A row; null for NULL. */
    public static BackendMessage row(@Nullable String... values) {
        return AsciiRow.of(Arrays.stream(values)
                .map(value -> Optional.ofNullable(value).map(Bytes::utf8))
                .toList());
    }

    /** A command is done; {@code SELECT} for example. */
    public static BackendMessage completed(String tag) {
        return new CompletedResponse(Bytes.utf8(tag));
    }

    /** Something failed; {@code ERROR:  text} and a newline, as servers write it. */
    public static BackendMessage error(String text) {
        return new ErrorResponse(Bytes.utf8(text));
    }

    /** A hint; {@code NOTICE:  text} and a newline, as servers write it. */
    public static BackendMessage notice(String text) {
        return new NoticeResponse(Bytes.utf8(text));
    }
}
