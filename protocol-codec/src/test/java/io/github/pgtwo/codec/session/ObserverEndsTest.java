package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far an observer hears, and how it ends. */
class ObserverEndsTest {
    private final ObserverSide side = ObserverSide.loggedIn();
    private final SessionObserver observer = side.observer;

    @Test
    void nothingIsHeardAfterAnError() {
        assertThatThrownBy(() -> side.serverSays("54 ffff")).isInstanceOf(RemoteProtocolException.class);
        assertThat(observer.phase()).isEqualTo(Phase.FAILED);
        side.serverSays("4e 6869 00");
        side.clientSays(Query.of("select 1"));
        observer.serverEnded();
        observer.clientEnded();
        assertThat(side.heard).isEmpty();
        assertThat(observer.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void norAfterAnExceptionOfTheListener() {
        SessionListener broken = new SessionListener() {
            @Override
            public void client(FrontendMessage message) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void server(BackendMessage message) {
                throw new AssertionError("is not heard any more");
            }
        };
        SessionObserver unlucky = new SessionObserver(ProtocolLimits.DEFAULT, Set.of(), broken);
        byte[] startup = StartupPacket.of("alice", "shop").encode().toByteArray();
        assertThatThrownBy(() -> unlucky.fromClient(startup, 0, startup.length))
                .isInstanceOf(IllegalStateException.class);
        unlucky.fromServer(new byte[] {'Z'}, 0, 1);
        assertThat(unlucky.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void theServersEndInTheMiddleOfAnAnswerIsAnError() {
        side.clientSays(Query.of("select 1"));
        assertThatThrownBy(observer::serverEnded)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("illegal in phase QUERY");
        assertThat(observer.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void theEndLiesWhereTheStreamEndedEvenIfANulWasMissing() {
        ObserverSide login = new ObserverSide(ProtocolLimits.DEFAULT);
        login.clientSays(StartupPacket.of("alice", "shop"));
        login.serverSays("4e 6869");
        assertThatThrownBy(login.observer::serverEnded).hasMessage("End at byte 3: is illegal in phase STARTUP");
        assertThat(login.heard).containsExactly("F STARTUP_PACKET", "B NOTICE_RESPONSE");
    }

    @Test
    void elsewhereItIsTheEnd() {
        observer.serverEnded();
        assertThat(observer.phase()).isEqualTo(Phase.CLOSED);
        observer.serverEnded();
    }

    @Test
    void theClientsEndCountsWhenItIsItsTurn() {
        side.clientSays(Query.of("select 1"));
        observer.clientEnded();
        assertThat(observer.phase()).isEqualTo(Phase.QUERY);
        side.serverSays("43 00 5a");
        assertThat(side.heard).containsExactly("F QUERY", "B COMPLETED_RESPONSE", "B READY_FOR_QUERY");
        assertThat(observer.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void soItDoesBeforeTheLogin() {
        ObserverSide login = new ObserverSide(ProtocolLimits.DEFAULT);
        login.clientSays(StartupPacket.of("alice", "shop"));
        login.observer.clientEnded();
        assertThat(login.observer.phase()).isEqualTo(Phase.STARTUP);
        login.serverSays("52 00000003");
        assertThat(login.observer.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void whatCrossesTheServersLastWordIsNotHeard() {
        side.serverSays("45 6279650a00");
        side.clientSays(Query.of("select 1"));
        side.clientSays(Bytes.utf8("garbage"));
        assertThat(observer.phase()).isEqualTo(Phase.CLOSING);
        observer.clientEnded();
        assertThat(observer.phase()).isEqualTo(Phase.CLOSED);
        assertThat(side.heard).containsExactly("B ERROR_RESPONSE");
    }

    @Test
    void aHalfSentCommandIsForgottenThere() {
        side.clientSays(Bytes.utf8("Qselect"));
        side.serverSays("45 6279650a00");
        side.clientSays(Bytes.utf8(" 1\0"));
        observer.serverEnded();
        assertThat(observer.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void aPasswordThatCrossesARefusalIsNotHeard() {
        ObserverSide login = new ObserverSide(ProtocolLimits.DEFAULT);
        login.clientSays(StartupPacket.of("alice", "shop"));
        login.serverSays("52 00000003 45 6e6f00");
        login.clientSays(new PasswordPacket(Bytes.utf8("secret")));
        login.observer.serverEnded();
        assertThat(login.heard).doesNotContain("F PASSWORD_PACKET");
        assertThat(login.observer.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void refusedCopyDataIsNotKept() {
        ObserverSide copy = new ObserverSide(ProtocolLimits.DEFAULT.with(Limit.OUT_OF_TURN, 10));
        copy.clientSays(StartupPacket.of("alice", "shop"));
        copy.serverSays("52 00000000 5a");
        copy.clientSays(Query.of("copy t"));
        copy.serverSays("47 45 6500");
        copy.clientSays(Bytes.utf8("Q".repeat(1000)));
        assertThat(copy.observer.phase()).isEqualTo(Phase.COPY_FAILED);
    }

    @Test
    void aServerThatSendsTooMuchUnaskedIsAnError() {
        ProtocolLimits limits =
                ProtocolLimits.DEFAULT.with(Limit.OUT_OF_TURN, 10).with(Limit.TEXT, 10);
        ObserverSide bounded = new ObserverSide(limits);
        bounded.clientSays(StartupPacket.of("alice", "shop"));
        bounded.serverSays("52 00000000 5a 56 47 00000100" + "00".repeat(14));
        assertThatThrownBy(() -> bounded.serverSays("00"))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("Stream at byte 6: has more than 20 bytes out of turn");
    }

    @Test
    void behindATlsHandshakeItHearsWhatItIsGivenDecrypted() {
        ObserverSide tls = new ObserverSide(ProtocolLimits.DEFAULT);
        assertThatThrownBy(tls.observer::tlsEstablished)
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("tlsEstablished() is illegal in phase CONNECTED");
        tls.clientSays(new SslRequest());
        tls.serverSays("53");
        tls.clientSays(Bytes.of(hex("16 0301 0200 01")));
        tls.serverSays("16 0303 0000");
        tls.observer.serverEnded();
        assertThat(tls.observer.phase()).isEqualTo(Phase.SSL_SETTLED);
        tls.observer.tlsEstablished();
        tls.clientSays(StartupPacket.of("alice", "shop"));
        tls.serverSays("52 00000000 5a");
        assertThat(tls.heard)
                .containsExactly(
                        "F SSL_REQUEST",
                        "B SSL_ACCEPTED",
                        "F STARTUP_PACKET",
                        "B AUTHENTICATION_OK",
                        "B READY_FOR_QUERY");
    }

    @Test
    void aClientThatClosedAheadOfTheHandshakeIsGone() {
        ObserverSide tls = new ObserverSide(ProtocolLimits.DEFAULT);
        tls.clientSays(new SslRequest());
        tls.observer.clientEnded();
        tls.serverSays("53");
        tls.observer.tlsEstablished();
        assertThat(tls.observer.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void offsetsGoOnBehindATlsHandshake() {
        ObserverSide tls = new ObserverSide(ProtocolLimits.DEFAULT);
        tls.clientSays(new SslRequest());
        tls.serverSays("53");
        tls.observer.tlsEstablished();
        tls.clientSays(StartupPacket.of("alice", "shop"));
        tls.serverSays("52 00000000 5a");
        assertThatThrownBy(() -> tls.serverSays("03")).hasMessageStartingWith("Message at byte 7: no message begins");
    }
}
