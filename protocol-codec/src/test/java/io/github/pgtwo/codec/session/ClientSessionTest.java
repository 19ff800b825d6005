package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.ClientRawBytes;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.CopyInDone;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientSessionTest {
    private final ClientSession session = new ClientSession(ProtocolLimits.DEFAULT);

    @Test
    void aWholeConversation() {
        assertThat(session.send(StartupPacket.of("alice", "shop")).length()).isEqualTo(296);
        take("52 00000005 5b3c9a01", Phase.AUTHENTICATING);
        session.send(new PasswordPacket(Bytes.utf8("md5...")));
        take("52 00000000", Phase.BACKEND_START);
        take("4b 00004862 88c64a53", Phase.BACKEND_START);
        assertThat(session.message()).isEqualTo(new BackendKeyData(18530, 0x88c64a53));
        take("5a", Phase.IDLE);
        session.send(Query.of("select 1"));
        take("50 00", Phase.QUERY);
        take("54 0001 6100 00000017 0004 ffffffff", Phase.QUERY);
        take("44 80 00000005 37", Phase.QUERY);
        take("43 00", Phase.QUERY);
        take("5a", Phase.IDLE);
        assertThat(session.send(new Terminate())).isEqualTo(Bytes.utf8("X"));
        assertThat(session.phase()).isEqualTo(Phase.CLOSED);
    }

    private void take(String hex, Phase expected) {
        feed(hex);
        assertThat(session.next()).isTrue();
        assertThat(session.phase()).isEqualTo(expected);
        assertThat(session.next()).isFalse();
    }

    private void feed(String hex) {
        byte[] wire = hex(hex);
        session.received(wire, 0, wire.length);
    }

    private void login() {
        session.send(StartupPacket.of("alice", "shop"));
        feed("52 00000000 5a");
        assertThat(session.next()).isTrue();
        assertThat(session.next()).isTrue();
    }

    @Test
    void anIllegalCallChangesNothing() {
        WireWriter out = new WireWriter();
        assertThatThrownBy(() -> session.send(Query.of("select 1"), out))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("Query is illegal in phase CONNECTED");
        assertThat(out.length()).isZero();
        login();
        session.send(Query.of("select 1"));
        assertThatThrownBy(() -> session.send(FunctionCall.of(177))).isInstanceOf(LocalProtocolException.class);
        take("5a", Phase.IDLE);
    }

    @Test
    void pipelinedQueriesAreAnsweredOneByOne() {
        login();
        session.send(Query.of("select 1"));
        session.send(Query.of("select 2"));
        assertThat(session.unanswered()).isEqualTo(2);
        take("45 6500", Phase.QUERY_FAILED);
        session.send(Query.of("select 3"));
        take("5a", Phase.QUERY);
        take("43 00", Phase.QUERY);
        take("5a", Phase.QUERY);
        take("5a", Phase.IDLE);
        assertThat(session.unanswered()).isZero();
    }

    @Test
    void theAnswersToWhatWasAskedBeforeTerminateStillCome() {
        login();
        session.send(Query.of("commit"));
        session.send(Query.of("select 1"));
        session.send(new Terminate());
        assertThatThrownBy(() -> session.send(Query.of("select 2"))).isInstanceOf(LocalProtocolException.class);
        assertThatThrownBy(() -> session.send(new Terminate())).isInstanceOf(LocalProtocolException.class);
        take("43 434f4d4d495400", Phase.QUERY);
        take("5a", Phase.QUERY);
        take("45 6500", Phase.QUERY_FAILED);
        take("5a", Phase.CLOSED);
    }

    @Test
    void terminateMayBeTakenForCopyData() {
        login();
        session.send(Query.of("copy t from stdin"));
        session.send(new Terminate());
        take("47", Phase.COPY_FAILED);
    }

    @Test
    void theEndBehindTerminateIsAnErrorUntilAllIsAnswered() {
        login();
        session.send(FunctionCall.of(177));
        session.send(new Terminate());
        session.receivedEndOfStream();
        assertThatThrownBy(session::next).isInstanceOf(RemoteProtocolException.class);
    }

    @Test
    void whatDoesNotFitLeavesTheSessionAsItWas() {
        login();
        Bytes[] arguments = new Bytes[127];
        Arrays.fill(arguments, Bytes.wrap(new byte[16 << 20]));
        FunctionCall large = FunctionCall.of(177, arguments);
        WireWriter full = new WireWriter().bytes(Bytes.wrap(new byte[16 << 20]));
        assertThatThrownBy(() -> session.send(large, full)).isInstanceOf(ArithmeticException.class);
        assertThat(session.phase()).isEqualTo(Phase.IDLE);
        assertThat(session.unanswered()).isZero();
        assertThat(full.length()).isEqualTo(16 << 20);
    }

    @Test
    void aCallThatNoArrayCanHoldIsRefused() {
        Bytes[] arguments = new Bytes[128];
        Arrays.fill(arguments, Bytes.wrap(new byte[16 << 20]));
        assertThatThrownBy(() -> FunctionCall.of(177, arguments))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("FunctionCall has 2147484170 bytes, over 2147483639");
    }

    @Test
    void longTextsAreAcceptedOnlyFromServersThatLetUsIn() {
        String text = "61".repeat(20_000);
        login();
        take("4e " + text + "00", Phase.IDLE);
        ClientSession stranger = new ClientSession(ProtocolLimits.DEFAULT);
        stranger.send(StartupPacket.of("alice", "shop"));
        byte[] wire = hex("52 00000000 4e " + text);
        stranger.received(wire, 0, wire.length);
        assertThat(stranger.next()).isTrue();
        assertThatThrownBy(stranger::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("limit of 16384");
    }

    @Test
    void copyOutInPiecesAndItsEnd() {
        login();
        session.send(Query.of("copy t to stdout"));
        take("48", Phase.COPY_OUT);
        take("61 0a", Phase.COPY_OUT);
        assertThat(session.message()).isEqualTo(new CopyOutData(Bytes.utf8("a\n")));
        feed("5c");
        assertThat(session.next()).isFalse();
        take("4e 0a", Phase.COPY_OUT);
        assertThat(session.message()).isEqualTo(new CopyOutData(Bytes.utf8("\\N\n")));
        feed("5c 2e");
        assertThat(session.next()).isFalse();
        take("0a", Phase.QUERY);
        assertThat(session.message()).isEqualTo(new CopyOutDone());
        take("43 00", Phase.QUERY);
        take("5a", Phase.IDLE);
    }

    @Test
    void anErrorDuringCopyInEndsAllTalk() {
        login();
        session.send(Query.of("copy t from stdin"));
        take("47", Phase.COPY_IN);
        assertThat(session.send(new CopyInData(Bytes.utf8("1\n"))).length()).isEqualTo(2);
        take("45 6500", Phase.COPY_FAILED);
        take("5a", Phase.COPY_FAILED);
        assertThatThrownBy(() -> session.send(Query.of("select 1"))).isInstanceOf(LocalProtocolException.class);
        assertThatThrownBy(() -> session.send(new CopyInDone())).isInstanceOf(LocalProtocolException.class);
    }

    @Test
    void theThreeAnswersToAnSslRequest() {
        for (String answer : new String[] {"53", "4e"}) {
            ClientSession fresh = new ClientSession(ProtocolLimits.DEFAULT);
            fresh.send(new SslRequest());
            fresh.received(hex(answer), 0, 1);
            assertThat(fresh.next()).isTrue();
            assertThat(fresh.message()).isEqualTo(new SslResponse(answer.equals("53")));
            assertThat(fresh.phase()).isEqualTo(Phase.SSL_SETTLED);
            assertThatThrownBy(() -> fresh.send(new SslRequest()))
                    .as("servers refuse a second one")
                    .isInstanceOf(LocalProtocolException.class);
        }
        session.send(new SslRequest());
        take("45 6500", Phase.CLOSING);
    }

    @Test
    void rawDialoguesEndWhenTheirOwnerSaysSo() {
        session.send(StartupPacket.of("alice", "shop"));
        take("52 00000002", Phase.RAW_AUTHENTICATION);
        session.send(new ClientRawBytes(Bytes.utf8("ticket")));
        feed("00 52 00000000");
        assertThat(session.next()).isFalse();
        assertThat(session.takeRaw(7)).as("more than has come").isEmpty();
        assertThat(session.takeRaw(1)).contains(Bytes.of((byte) 0));
        session.rawAuthenticationEnded();
        assertThat(session.next()).isTrue();
        assertThat(session.phase()).isEqualTo(Phase.BACKEND_START);
        assertThat(session.takeRaw(0)).as("not in such a dialogue").isEmpty();
        assertThatThrownBy(session::rawAuthenticationEnded).isInstanceOf(LocalProtocolException.class);
    }

    @Test
    void anErrorMayStandInPlaceOfARawByte() {
        session.send(StartupPacket.of("alice", "shop"));
        take("52 00000002", Phase.RAW_AUTHENTICATION);
        assertThat(session.peekRaw(1)).isEmpty();
        feed("45 6e6f00");
        assertThat(session.peekRaw(1)).contains(Bytes.utf8("E"));
        session.rawAuthenticationEnded();
        assertThat(session.next()).isTrue();
        assertThat(session.message()).isEqualTo(new ErrorResponse(Bytes.utf8("no")));
        assertThat(session.phase()).isEqualTo(Phase.CLOSING);
    }

    @Test
    void aNegativeNumberOfRawBytesIsRefused() {
        session.send(StartupPacket.of("alice", "shop"));
        take("52 00000002", Phase.RAW_AUTHENTICATION);
        feed("00");
        assertThatThrownBy(() -> session.takeRaw(-1))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("count of -1 bytes is negative");
        assertThatThrownBy(() -> session.peekRaw(-1)).isInstanceOf(LocalProtocolException.class);
        assertThat(session.takeRaw(1)).contains(Bytes.of((byte) 0));
    }

    @Test
    void aPeerOutOfTurnEndsTheSession() {
        login();
        feed("5a");
        assertThatThrownBy(session::next).isInstanceOfSatisfying(RemoteProtocolException.class, e -> {
            assertThat(e.endOfStream()).isFalse();
            assertThat(e.messageName()).isEqualTo("ReadyForQuery");
            assertThat(e).hasMessage("ReadyForQuery at byte 6: is illegal in phase IDLE");
        });
        assertThat(session.phase()).isEqualTo(Phase.FAILED);
        assertThatThrownBy(session::next).isInstanceOf(LocalProtocolException.class);
    }

    @Test
    void theEndIsCleanWhereItWasAnnounced() {
        login();
        take("45 6279650a00", Phase.CLOSING);
        session.receivedEndOfStream();
        assertThat(session.next()).isFalse();
        assertThat(session.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void theEndOfAnIdleSessionIsClean() {
        login();
        session.receivedEndOfStream();
        assertThat(session.next()).isFalse();
        assertThat(session.phase()).isEqualTo(Phase.CLOSED);
        assertThat(session.next()).isFalse();
    }

    @Test
    void theEndInsideAMessageIsAnError() {
        login();
        feed("41 00000001 61");
        session.receivedEndOfStream();
        assertThatThrownBy(session::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("NotificationResponse at byte 6: the stream ended inside the message");
        assertThat(session.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void whatArrivedBeforeTheEndIsTakenFirst() {
        login();
        feed("4e 6100");
        session.receivedEndOfStream();
        assertThat(session.next()).isTrue();
        assertThat(session.phase()).isEqualTo(Phase.IDLE);
        assertThat(session.next()).isFalse();
        assertThat(session.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void rowsMayBeVisited() {
        login();
        session.send(Query.of("select a from t"));
        feed("54 0001 6100 00000017 0004 ffffffff 44 80 00000005 37 44 00 43 00");
        List<Boolean> nulls = new ArrayList<>();
        assertThat(session.next(row -> nulls.add(row.isNull(0)))).isTrue();
        assertThat(session.next(row -> nulls.add(row.isNull(0)))).isTrue();
        assertThat(session.message()).isEqualTo(new CompletedResponse(Bytes.EMPTY));
        assertThat(nulls).containsExactly(false, true);
        assertThat(session.next(row -> {})).isFalse();
        feed("7a");
        assertThatThrownBy(() -> session.next(row -> {})).isInstanceOf(RemoteProtocolException.class);
        assertThat(session.phase()).isEqualTo(Phase.FAILED);
    }

    /** Not only when all of it has arrived, which may be a lot. */
    @Test
    void whatNoLoginHasIsRefusedByItsTag() {
        session.send(StartupPacket.of("alice", "shop"));
        feed("56");
        assertThatThrownBy(session::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("before the login is over");
    }

    @Test
    void theEndInTheMiddleOfAnAnswerIsAnError() {
        login();
        session.send(Query.of("select 1"));
        take("50 00", Phase.QUERY);
        session.receivedEndOfStream();
        assertThatThrownBy(session::next).isInstanceOfSatisfying(RemoteProtocolException.class, e -> {
            assertThat(e.endOfStream()).isTrue();
            assertThat(e).hasMessageContaining("illegal in phase QUERY");
        });
    }

    @Test
    void theEndLiesWhereTheStreamEndedEvenIfANulWasMissing() {
        session.send(StartupPacket.of("alice", "shop"));
        feed("4e 6869");
        session.receivedEndOfStream();
        assertThat(session.next()).isTrue();
        session.receivedEndOfStream();
        assertThatThrownBy(session::next).hasMessage("End at byte 3: is illegal in phase STARTUP");
    }

    @Test
    void anErrorInAQueryIsFollowedByReadyOrByTheEnd() {
        login();
        session.send(Query.of("select 1/0"));
        take("45 6500", Phase.QUERY_FAILED);
        take("5a", Phase.IDLE);
        session.send(Query.of("select 1"));
        take("45 6500", Phase.QUERY_FAILED);
        session.receivedEndOfStream();
        assertThat(session.next()).isFalse();
        assertThat(session.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void bytesMayComeStraightFromASource() {
        session.send(StartupPacket.of("alice", "shop"));
        byte[] wire = hex("52 00000000 5a");
        int count = session.receive((into, offset, length) -> {
            System.arraycopy(wire, 0, into, offset, wire.length);
            return wire.length;
        });
        assertThat(count).isEqualTo(6);
        assertThat(session.next()).isTrue();
        assertThat(session.next()).isTrue();
        assertThat(session.phase()).isEqualTo(Phase.IDLE);
    }
}
