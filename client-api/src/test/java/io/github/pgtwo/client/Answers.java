package io.github.pgtwo.client;

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

/** What servers say, in few words. */
final class Answers {
    static final BackendMessage OK = new Authentication.Ok();
    static final BackendMessage KEY = new BackendKeyData(1, 2);
    static final BackendMessage Z = new ReadyForQuery();
    static final BackendMessage P = new CursorResponse(Bytes.utf8("blank"));
    static final BackendMessage CLEARTEXT = new Authentication.CleartextPassword();
    static final BackendMessage MD5 =
            new Authentication.Md5Password(Bytes.of((byte) 0x5b, (byte) 0x3c, (byte) 0x9a, (byte) 0x01));

    private Answers() {}

    /** A server that lets alice in. */
    static FakeServer loggedIn() {
        return new FakeServer().answer(OK, KEY, Z);
    }

    static BackendMessage c(String tag) {
        return new CompletedResponse(Bytes.utf8(tag));
    }

    static BackendMessage e(String text) {
        return new ErrorResponse(Bytes.utf8(text));
    }

    static BackendMessage n(String text) {
        return new NoticeResponse(Bytes.utf8(text));
    }

    static BackendMessage t(String... names) {
        return new RowDescription(Arrays.stream(names)
                .map(name -> new Column(Bytes.utf8(name), 25, (short) -1, -1))
                .toList());
    }

    static BackendMessage d(String... values) {
        return AsciiRow.of(Arrays.stream(values)
                .map(value -> Optional.ofNullable(value).map(Bytes::utf8))
                .toList());
    }
}
