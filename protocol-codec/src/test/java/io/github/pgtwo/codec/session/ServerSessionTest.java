package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.codec.backend.CursorResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.FunctionResultResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.ReadyForQuery;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.backend.ServerRawBytes;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.CopyInDone;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSessionTest {
    private static final ReadyForQuery READY = new ReadyForQuery();

    private final ServerSession server = new ServerSession(ProtocolLimits.DEFAULT);
    private final ClientSession client = new ClientSession(ProtocolLimits.DEFAULT);

    @Test
    void aWholeConversationWithAClientSession() {
        ask(new SslRequest());
        answer(new SslResponse(false));
        ask(StartupPacket.of("alice", "shop"));
        answer(new Authentication.Md5Password(Bytes.of((byte) 1, (byte) 2, (byte) 3, (byte) 4)));
        ask(new PasswordPacket(Bytes.utf8("md5f7f07cbd94b7ac1d4b2d6a8eb60e1f7c")));
        answer(new Authentication.Ok(), new BackendKeyData(4711, -5), new NoticeResponse(Bytes.utf8("hi\n")), READY);
        ask(Query.of("select a from t"));
        answer(
                new CursorResponse(Bytes.utf8("blank")),
                new RowDescription(List.of(new Column(Bytes.utf8("a"), 25, (short) -1, -1))),
                AsciiRow.of(List.of(Optional.of(Bytes.utf8("x")))),
                AsciiRow.of(List.of(Optional.empty())),
                completed("SELECT"),
                READY);
        ask(Query.of("copy t from stdin"));
        answer(new CopyInResponse());
        ask(new CopyInData(Bytes.utf8("x\n")));
        ask(new CopyInDone());
        answer(completed("COPY"), READY);
        ask(Query.of("copy t to stdout"));
        answer(new CopyOutResponse(), new CopyOutData(Bytes.utf8("x\n")), new CopyOutDone(), completed("COPY"), READY);
        ask(FunctionCall.of(177, Bytes.of((byte) 2)));
        answer(new FunctionResultResponse(Bytes.of((byte) 3)), READY);
        ask(Query.of("nonsense"));
        answer(error("parse error"), READY);
        ask(new Terminate());
        assertThat(server.phase()).isEqualTo(Phase.CLOSED);
        assertThat(server.next()).isFalse();
    }

    private static CompletedResponse completed(String tag) {
        return new CompletedResponse(Bytes.utf8(tag));
    }

    private static ErrorResponse error(String text) {
        return new ErrorResponse(Bytes.utf8(text));
    }

    private void ask(FrontendMessage message) {
        feed(client.send(message));
        assertThat(server.next()).isTrue();
        assertThat(server.message()).isEqualTo(message);
        assertSamePhase();
    }

    private void answer(BackendMessage... messages) {
        for (BackendMessage message : messages) {
            Bytes wire = server.send(message);
            client.received(wire.toByteArray(), 0, wire.length());
            assertThat(client.next()).isTrue();
            assertThat(client.message()).isEqualTo(message);
            assertSamePhase();
        }
    }

    private void assertSamePhase() {
        assertThat(server.phase()).isEqualTo(client.phase());
        assertThat(server.buffered()).isZero();
    }

    private void feed(Bytes wire) {
        server.received(wire.toByteArray(), 0, wire.length());
    }

    private void login() {
        ask(StartupPacket.of("alice", "shop"));
        answer(new Authentication.Ok(), READY);
    }

    @Test
    void pipelinedCommandsWaitForTheirTurn() {
        login();
        feed(Query.of("copy t from stdin").encode());
        feed(new CopyInData(Bytes.utf8("Q\n")).encode());
        feed(new CopyInDone().encode());
        feed(Query.of("select 2").encode());
        feed(new Terminate().encode());
        assertNext(Query.of("copy t from stdin"));
        server.send(new CopyInResponse());
        assertNext(new CopyInData(Bytes.utf8("Q\n")));
        assertNext(new CopyInDone());
        server.send(completed("COPY"));
        assertThat(server.next()).isFalse();
        server.send(READY);
        assertNext(Query.of("select 2"));
        server.send(error("no"));
        assertThat(server.next()).isFalse();
        server.send(READY);
        assertNext(new Terminate());
        assertThat(server.phase()).isEqualTo(Phase.CLOSED);
    }

    private void assertNext(FrontendMessage message) {
        assertThat(server.next()).isTrue();
        assertThat(server.message()).isEqualTo(message);
    }

    @Test
    void illegalSendsChangeNothing() {
        WireWriter out = new WireWriter();
        assertThatThrownBy(() -> server.send(READY, out))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("ReadyForQuery is illegal in phase CONNECTED");
        assertThat(out.length()).isZero();
        login();
        assertThatThrownBy(() -> server.send(completed("SELECT"))).isInstanceOf(LocalProtocolException.class);
        assertThatThrownBy(server::rawAuthenticationEnded).isInstanceOf(LocalProtocolException.class);
        ask(Query.of("select 1"));
        answer(completed("SELECT"), READY);
    }

    @Test
    void aClientOutOfTurnWaitsAndAStrangerEndsTheSession() {
        feed(StartupPacket.of("alice", "shop").encode());
        feed(Bytes.utf8("y"));
        assertThat(server.next()).isTrue();
        assertThat(server.next()).isFalse();
        assertThat(server.buffered()).isEqualTo(1);
        server.send(new Authentication.Ok());
        server.send(READY);
        assertThatThrownBy(server::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("Message at byte 296: no command begins with byte 0x79");
        assertThat(server.phase()).isEqualTo(Phase.FAILED);
        assertThatThrownBy(server::next).isInstanceOf(LocalProtocolException.class);
        assertThatThrownBy(() -> server.send(READY)).isInstanceOf(LocalProtocolException.class);
    }

    @Test
    void aCancelRequestIsTheWholeConversation() {
        ask(new CancelRequest(4711, -5));
        assertThat(server.phase()).isEqualTo(Phase.CANCELLING);
        assertThatThrownBy(() -> server.send(READY)).isInstanceOf(LocalProtocolException.class);
        assertEnds(Phase.CLOSED);
    }

    /** How a client may go in each phase that it can be in by its own fault. */
    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "SSL_SETTLED", "AUTHENTICATING", "RAW_AUTHENTICATION", "IDLE", "COPY_IN"})
    void theClientMayHangUpWhenItIsItsTurn(Phase phase) {
        reach(phase);
        assertThat(server.phase()).isEqualTo(phase);
        assertEnds(Phase.CLOSED);
    }

    private void reach(Phase phase) {
        switch (phase) {
            case SSL_SETTLED -> {
                ask(new SslRequest());
                answer(new SslResponse(true));
            }
            case SSL_ANSWER -> ask(new SslRequest());
            case STARTUP -> ask(StartupPacket.of("alice", "shop"));
            case AUTHENTICATING -> {
                reach(Phase.STARTUP);
                answer(new Authentication.CleartextPassword());
            }
            case RAW_AUTHENTICATION -> {
                reach(Phase.STARTUP);
                answer(new Authentication.KerberosV4());
            }
            case BACKEND_START -> {
                reach(Phase.STARTUP);
                answer(new Authentication.Ok());
            }
            case IDLE -> login();
            case COPY_IN -> {
                login();
                ask(Query.of("copy t from stdin"));
                answer(new CopyInResponse());
            }
            default -> assertThat(phase).isEqualTo(Phase.CONNECTED);
        }
    }

    /** A client that has said all it wants may still wait for the answer. */
    @ParameterizedTest
    @EnumSource(names = {"SSL_ANSWER", "STARTUP", "BACKEND_START"})
    void elsewhereItsEndWaitsForTheServersWord(Phase phase) {
        reach(phase);
        server.receivedEndOfStream();
        assertThat(server.next()).isFalse();
        assertThat(server.phase()).isEqualTo(phase);
        server.send(error("no"));
        assertThat(server.next()).isFalse();
        assertThat(server.phase()).isEqualTo(Phase.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "00000128", "00000128000200006161"})
    void theEndInsideTheFirstPacketIsAnError(String hex) {
        feed(Bytes.wrap(hex(hex)));
        assertThat(server.next()).isFalse();
        server.receivedEndOfStream();
        assertThatThrownBy(server::next).hasMessage("StartupPacket at byte 0: the stream ended inside the message");
        assertThat(server.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void theEndBehindAQueryIsSeenWhenItIsAnswered() {
        login();
        ask(Query.of("select 1"));
        server.receivedEndOfStream();
        assertThat(server.next()).isFalse();
        server.send(completed("SELECT"));
        server.send(READY);
        assertThat(server.next()).isFalse();
        assertThat(server.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void theEndInsideAMessageIsAnError() {
        login();
        feed(Bytes.utf8("Qselect"));
        server.receivedEndOfStream();
        assertThatThrownBy(server::next)
                .isInstanceOfSatisfying(
                        RemoteProtocolException.class,
                        e -> assertThat(e.endOfStream()).isTrue())
                .hasMessage("Query at byte 296: the stream ended inside the message");
    }

    @Test
    void rawDialoguesEndWhenTheirOwnerSaysSo() {
        reach(Phase.RAW_AUTHENTICATION);
        feed(Bytes.utf8("ticket"));
        assertThat(server.next()).isFalse();
        assertThat(server.takeRaw(7)).isEmpty();
        assertThat(server.takeRaw(6)).contains(Bytes.utf8("ticket"));
        assertThat(server.send(new ServerRawBytes(Bytes.utf8("ok")))).isEqualTo(Bytes.utf8("ok"));
        server.rawAuthenticationEnded();
        assertThat(server.phase()).isEqualTo(Phase.STARTUP);
        feed(Query.of("").encode());
        assertThat(server.takeRaw(1)).isEmpty();
    }

    @Test
    void bytesMayComeStraightFromASource() {
        Bytes wire = StartupPacket.of("alice", "shop").encode();
        int count = server.receive((into, offset, length) -> {
            wire.copyTo(into, offset);
            return wire.length();
        });
        assertThat(count).isEqualTo(296);
        assertNext(StartupPacket.of("alice", "shop"));
    }

    @Test
    void whatWasRefusedDuringCopyInIsNotReadAnyMore() {
        reach(Phase.COPY_IN);
        feed(Bytes.utf8("bad\n"));
        assertNext(new CopyInData(Bytes.utf8("bad\n")));
        server.send(error("bad"));
        server.send(READY);
        feed(Bytes.utf8("more\n"));
        assertThat(server.next()).isFalse();
        assertThat(server.buffered()).isZero();
        assertThat(server.phase()).isEqualTo(Phase.COPY_FAILED);
    }

    @Test
    void aMarkerInsideALineEndsCopyDataWhereTheServerDoesThat() {
        ServerSession old = new ServerSession(ProtocolLimits.DEFAULT, Set.of(ServerQuirk.COPY_IN_ENDS_INSIDE_LINE));
        for (FrontendMessage message : List.of(StartupPacket.of("alice", "shop"), Query.of("copy t from stdin"))) {
            old.received(message.encode());
            assertThat(old.next()).isTrue();
            if (old.phase() == Phase.STARTUP) {
                old.send(new Authentication.Ok());
                old.send(READY);
            }
        }
        old.send(new CopyInResponse());
        old.received(Bytes.utf8("1\\\\.\nfoo\\.\n"));
        assertThat(old.next()).isTrue();
        assertThat(old.message()).isEqualTo(new CopyInData(Bytes.utf8("1\\\\.\nfoo")));
        assertThat(old.next()).isTrue();
        assertThat(old.phase()).isEqualTo(Phase.COPY_IN_ENDED);
    }

    @Test
    void theEndBehindRefusedCopyDataIsClean() {
        reach(Phase.COPY_IN);
        server.send(error("bad"));
        server.send(READY);
        assertEnds(Phase.CLOSED);
    }

    private void assertEnds(Phase expected) {
        server.receivedEndOfStream();
        assertThat(server.next()).isFalse();
        assertThat(server.phase()).isEqualTo(expected);
    }
}
