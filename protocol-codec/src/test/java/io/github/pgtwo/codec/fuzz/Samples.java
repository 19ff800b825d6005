package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
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
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.codec.frontend.UnsupportedStartup;
import java.util.List;
import java.util.Optional;

/** One short message of each kind, small enough for the small limits. All rows have the two columns described. */
final class Samples {
    static final BackendMessage[] SERVER = {
        new Authentication.Ok(),
        new ReadyForQuery(),
        new ErrorResponse(Bytes.utf8("ERROR:  x\n")),
        new NoticeResponse(Bytes.utf8("NOTICE\n")),
        new CompletedResponse(Bytes.utf8("SELECT")),
        new CursorResponse(Bytes.utf8("blank")),
        new RowDescription(
                List.of(new Column(Bytes.utf8("a"), 23, (short) 4, -1), new Column(Bytes.EMPTY, 25, (short) -1, -1))),
        AsciiRow.of(List.of(Optional.of(Bytes.utf8("7")), Optional.empty())),
        BinaryRow.of(List.of(Optional.of(Bytes.EMPTY), Optional.of(Bytes.of((byte) 0, (byte) -1)))),
        new CopyInResponse(),
        new CopyOutResponse(),
        new CopyOutData(Bytes.utf8("1\tx\n")),
        new CopyOutDone(),
        new EmptyQueryResponse(Bytes.EMPTY),
        new FunctionResultResponse(Bytes.of((byte) 0, (byte) 5)),
        new FunctionVoidResponse(),
        new NotificationResponse(18530, Bytes.utf8("foo")),
        new BackendKeyData(4711, -5),
        new Authentication.Md5Password(Bytes.utf8("salt")),
        new Authentication.CryptPassword(Bytes.utf8("Bf")),
        new Authentication.CleartextPassword(),
        new Authentication.KerberosV4(),
        new Authentication.KerberosV5(),
        new Authentication.ScmCredential(),
        new Authentication.Unknown(7),
        new SslResponse(true),
        new SslResponse(false),
        new ServerRawBytes(Bytes.utf8("raw")),
        new NoticeResponse(Bytes.utf8("NOTICE:  x\n")),
    };

    static final FrontendMessage[] CLIENT = {
        StartupPacket.of("alice", "shop"),
        Query.of("copy"),
        new PasswordPacket(Bytes.utf8("md5")),
        new Terminate(),
        new CopyInData(Bytes.utf8("1\tx\n")),
        new CopyInDone(),
        new FunctionCall(Bytes.EMPTY, 177, List.of(Optional.of(Bytes.utf8("v")), Optional.empty())),
        new SslRequest(),
        new CancelRequest(4711, -5),
        new ClientRawBytes(Bytes.utf8("raw")),
        new UnsupportedStartup(3 << 16, Bytes.utf8("user")),
        new UnsupportedStartup(80877104, Bytes.EMPTY),
    };

    private Samples() {}
}
