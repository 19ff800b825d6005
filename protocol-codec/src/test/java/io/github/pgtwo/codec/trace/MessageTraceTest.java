package io.github.pgtwo.codec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutDone;
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
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.codec.session.SessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTraceTest {
    @Test
    void aLineTellsDirectionNameAndFields() {
        assertThat(MessageTrace.server(new ReadyForQuery())).isEqualTo("B ReadyForQuery");
        assertThat(MessageTrace.client(Query.of("select 1"))).isEqualTo("F Query 'select 1'");
        assertThat(MessageTrace.client(StartupPacket.of("alice", "shop")))
                .isEqualTo("F StartupPacket 2.0 database='shop' user='alice' options='' tty=''");
        assertThat(MessageTrace.server(new NotificationResponse(7, Bytes.utf8("chan"))))
                .isEqualTo("B NotificationResponse pid=7 'chan'");
        assertThat(MessageTrace.server(new SslResponse(false))).isEqualTo("B SslResponse N");
        assertThat(MessageTrace.server(new RowDescription(List.of(new Column(Bytes.utf8("a"), -1, (short) 4, -1)))))
                .isEqualTo("B RowDescription ['a':4294967295:4:-1]");
    }

    @Test
    void aListenerHandsOnTheLinesOfBothSides() {
        List<String> lines = new ArrayList<>();
        SessionListener listener = MessageTrace.listener(lines::add);
        listener.client(new Terminate());
        listener.server(new ReadyForQuery());
        assertThat(lines).containsExactly("F Terminate", "B ReadyForQuery");
    }

    @Test
    void whatTheServerSaysIsShown() {
        Bytes text = Bytes.utf8("abc");
        assertServer(new CompletedResponse(text), "B CompletedResponse 'abc'");
        assertServer(new CursorResponse(text), "B CursorResponse 'abc'");
        assertServer(new EmptyQueryResponse(text), "B EmptyQueryResponse 'abc'");
        assertServer(new NoticeResponse(text), "B NoticeResponse 'abc'");
        assertServer(new FunctionResultResponse(text), "B FunctionResultResponse 616263");
        assertServer(new FunctionVoidResponse(), "B FunctionVoidResponse");
        assertServer(new CopyOutDone(), "B CopyOutDone");
        assertServer(new SslResponse(true), "B SslResponse S");
        assertServer(
                new RowDescription(List.of(new Column(text, 1, (short) 2, 3), new Column(text, 4, (short) 5, 6))),
                "B RowDescription ['abc':1:2:3, 'abc':4:5:6]");
    }

    private static void assertServer(BackendMessage message, String line) {
        assertThat(MessageTrace.server(message)).isEqualTo(line);
    }

    @Test
    void whatTheClientSaysIsShown() {
        assertThat(MessageTrace.client(new CopyInData(Bytes.utf8("1\n")))).isEqualTo("F CopyInData '1\\n'");
        assertThat(MessageTrace.client(new Terminate())).isEqualTo("F Terminate");
        assertThat(MessageTrace.client(
                        new FunctionCall(Bytes.EMPTY, -1, List.of(Optional.of(Bytes.utf8("ab")), Optional.empty()))))
                .isEqualTo("F FunctionCall oid=4294967295 [6162, NULL]");
    }

    @Test
    void rowsShowTheirValues() {
        List<Optional<Bytes>> values = List.of(Optional.of(Bytes.utf8("it's")), Optional.empty());
        assertThat(MessageTrace.server(AsciiRow.of(values))).isEqualTo("B AsciiRow ['it\\'s', NULL]");
        assertThat(MessageTrace.server(BinaryRow.of(values))).isEqualTo("B BinaryRow [69742773, NULL]");
    }

    @Test
    void secretsAreMasked() {
        assertThat(MessageTrace.client(new PasswordPacket(Bytes.utf8("hunter2"))))
                .isEqualTo("F PasswordPacket ***");
        assertThat(MessageTrace.client(new CancelRequest(1, 12345))).isEqualTo("F CancelRequest pid=1 key=***");
        assertThat(MessageTrace.server(new BackendKeyData(1, 12345))).isEqualTo("B BackendKeyData pid=1 key=***");
        assertThat(MessageTrace.client(new ClientRawBytes(Bytes.utf8("ticket"))))
                .isEqualTo("F ClientRawBytes 6 bytes");
        assertThat(MessageTrace.server(new ServerRawBytes(Bytes.utf8("ticket"))))
                .isEqualTo("B ServerRawBytes 6 bytes");
    }

    @Test
    void whatIsNotPrintableIsEscaped() {
        Bytes text = Bytes.of(
                (byte) 'a',
                (byte) ' ',
                (byte) '~',
                (byte) '\n',
                (byte) '\t',
                (byte) 27,
                (byte) '\\',
                (byte) 0xc3,
                (byte) 127);
        assertThat(MessageTrace.server(new ErrorResponse(text)))
                .isEqualTo("B ErrorResponse 'a ~\\n\\t\\x1b\\\\\\xc3\\x7f'");
    }

    @Test
    void longTextsAreCut() {
        assertThat(MessageTrace.server(new CopyOutData(Bytes.utf8("x".repeat(200)))))
                .isEqualTo("B CopyOutData '" + "x".repeat(200) + "'");
        assertThat(MessageTrace.server(new CopyOutData(Bytes.utf8("x".repeat(201)))))
                .isEqualTo("B CopyOutData '" + "x".repeat(200) + "'... (201 bytes)");
    }

    @Test
    void loginRequestsAreNamed() {
        assertThat(MessageTrace.server(new Authentication.Ok())).isEqualTo("B AuthenticationOk");
        assertThat(MessageTrace.server(new Authentication.KerberosV5())).isEqualTo("B AuthenticationKerberosV5");
        assertThat(MessageTrace.server(new Authentication.Unknown(9))).isEqualTo("B AuthenticationUnknown code=9");
        assertServer(new Authentication.Declared(77, Bytes.utf8("ab")), "B AuthenticationDeclared code=77 6162");
        assertServer(new Authentication.CryptPassword(Bytes.utf8("ab")), "B AuthenticationCryptPassword 6162");
    }
}
