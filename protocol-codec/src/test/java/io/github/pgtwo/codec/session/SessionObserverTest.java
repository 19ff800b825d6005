package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.CopyInDone;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionObserverTest {
    private final ObserverSide side = new ObserverSide(ProtocolLimits.DEFAULT);
    private final List<String> heard = side.heard;
    private final SessionObserver observer = side.observer;

    private void clientSays(FrontendMessage... messages) {
        for (FrontendMessage message : messages) {
            side.clientSays(message);
        }
    }

    private void serverSays(String hex) {
        side.serverSays(hex);
    }

    private void login() {
        clientSays(StartupPacket.of("alice", "shop"));
        serverSays("52 00000000 5a");
        heard.clear();
    }

    @Test
    void whatWaitsForItsTurnIsBounded() {
        ProtocolLimits limits = ProtocolLimits.DEFAULT.with(Limit.OUT_OF_TURN, 1000);
        SessionObserver bounded = new SessionObserver(limits, Set.of(), side);
        byte[] piece = new byte[400];
        bounded.fromClient(StartupPacket.of("alice", "shop").encode().toByteArray(), 0, 296);
        bounded.fromClient(piece, 0, piece.length);
        bounded.fromClient(piece, 0, piece.length);
        assertThatThrownBy(() -> bounded.fromClient(piece, 0, piece.length))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("more than 1000 bytes out of turn");
    }

    @Test
    void pipelinedCommandsAreHeardInTurn() {
        login();
        clientSays(Query.of("select 1"), FunctionCall.of(89), Query.of("select 2"), new Terminate());
        assertThat(heard).containsExactly("F QUERY");
        serverSays("43 00 5a 5630 5a");
        serverSays("43 00 5a");
        assertThat(heard)
                .containsExactly(
                        "F QUERY",
                        "B COMPLETED_RESPONSE",
                        "B READY_FOR_QUERY",
                        "F FUNCTION_CALL",
                        "B FUNCTION_VOID_RESPONSE",
                        "B READY_FOR_QUERY",
                        "F QUERY",
                        "B COMPLETED_RESPONSE",
                        "B READY_FOR_QUERY",
                        "F TERMINATE");
        assertThat(observer.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void chunksNeedNoCopy() {
        Bytes wire = Query.of("select 1").encode();
        login();
        observer.fromClient(wire.slice(0, 4));
        observer.fromClient(wire.slice(4, wire.length()));
        observer.fromServer(Bytes.wrap(hex("43 00 5a")));
        assertThat(heard).containsExactly("F QUERY", "B COMPLETED_RESPONSE", "B READY_FOR_QUERY");
        observer.fromClient(new Terminate().encode());
        observer.fromClient(wire);
        observer.fromServer(wire);
        assertThat(heard).hasSize(4);
    }

    @Test
    void copyDataSentAheadOfItsInvitationIsNoCommand() {
        login();
        clientSays(Query.of("copy t from stdin"), new CopyInData(Bytes.utf8("Q\n")), new CopyInDone());
        serverSays("47");
        serverSays("43 00 5a");
        assertThat(heard)
                .containsExactly(
                        "F QUERY",
                        "B COPY_IN_RESPONSE",
                        "F COPY_IN_DATA",
                        "F COPY_IN_DONE",
                        "B COMPLETED_RESPONSE",
                        "B READY_FOR_QUERY");
    }

    @Test
    void aServerMayTakeOtherMarkersForTheEndOfCopyData() {
        login();
        clientSays(Query.of("copy t from stdin"));
        serverSays("47");
        clientSays(new CopyInData(Bytes.utf8("1\tx\\.\n")));
        serverSays("43 00 5a");
        assertThat(observer.phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void aSecondCopyOfAQueryBeginsALine() {
        login();
        clientSays(Query.of("copy t from stdin; copy t from stdin"));
        serverSays("47");
        clientSays(new CopyInData(Bytes.utf8("1\tx")));
        serverSays("43 00 47");
        clientSays(new CopyInDone());
        assertThat(heard)
                .containsExactly(
                        "F QUERY",
                        "B COPY_IN_RESPONSE",
                        "F COPY_IN_DATA",
                        "B COMPLETED_RESPONSE",
                        "B COPY_IN_RESPONSE",
                        "F COPY_IN_DONE");
    }

    @Test
    void nothingIsHeardBehindTerminate() {
        login();
        clientSays(new Terminate());
        serverSays("4e 6800 00");
        assertThat(heard).containsExactly("F TERMINATE");
    }

    @Test
    void nothingIsHeardBehindATlsHandshake() {
        clientSays(new SslRequest());
        serverSays("53");
        assertThat(heard).containsExactly("F SSL_REQUEST", "B SSL_ACCEPTED");
        assertThat(observer.phase()).isEqualTo(Phase.SSL_SETTLED);
    }

    @Test
    void anErrorTextThatTheEndCutsOffIsHeard() {
        clientSays(StartupPacket.of("alice", "shop"));
        serverSays("45 6e6f");
        assertThat(heard).containsExactly("F STARTUP_PACKET");
        observer.serverEnded();
        assertThat(heard).containsExactly("F STARTUP_PACKET", "B ERROR_RESPONSE");
    }

    @Test
    void aServerOutOfTurnIsAnError() {
        assertThatThrownBy(() -> serverSays("5a"))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("ReadyForQuery at byte 0: is illegal in phase CONNECTED");
        assertThat(heard).isEmpty();
    }
}
