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
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
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
                .hasMessage("QUERY is illegal in phase CONNECTED");
        assertThat(out.length()).isZero();
        login();
        session.send(Query.of("select 1"));
        assertThatThrownBy(() -> session.send(Query.of("select 2"))).isInstanceOf(LocalProtocolException.class);
        take("5a", Phase.IDLE);
    }

    @Test
    void aPeerOutOfTurnEndsTheSession() {
        login();
        feed("5a");
        assertThatThrownBy(session::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("READY_FOR_QUERY at byte 6: is illegal in phase IDLE");
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
    void theEndInTheMiddleOfAnAnswerIsAnError() {
        login();
        session.send(Query.of("select 1"));
        take("50 00", Phase.QUERY);
        session.receivedEndOfStream();
        assertThatThrownBy(session::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("illegal in phase QUERY");
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
