package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;

/** A client's session and the server that a test speaks for. */
final class ClientSide {
    final ClientSession session;

    ClientSide(ProtocolLimits limits) {
        session = new ClientSession(limits);
    }

    static ClientSide connected() {
        return new ClientSide(ProtocolLimits.DEFAULT);
    }

    static ClientSide started() {
        ClientSide side = connected();
        side.session.send(StartupPacket.of("alice", "shop"));
        return side;
    }

    static ClientSide loggedIn() {
        ClientSide side = started();
        side.take("52 00000000", Phase.BACKEND_START);
        side.take("5a", Phase.IDLE);
        return side;
    }

    static ClientSide copyingIn() {
        ClientSide side = loggedIn();
        side.session.send(Query.of("copy t from stdin"));
        side.take("47", Phase.COPY_IN);
        return side;
    }

    void feed(String hex) {
        byte[] wire = hex(hex);
        session.received(wire, 0, wire.length);
    }

    void feed(Bytes wire) {
        session.received(wire.toByteArray(), 0, wire.length());
    }

    /** Takes exactly one message. */
    void take(String hex, Phase expected) {
        feed(hex);
        assertThat(session.next()).isTrue();
        assertThat(session.phase()).isEqualTo(expected);
        assertThat(session.next()).isFalse();
    }
}
