package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.hex;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An observer, what it has heard, and both sides that a test speaks for. */
final class ObserverSide implements SessionListener {
    final List<String> heard = new ArrayList<>();
    final SessionObserver observer;

    ObserverSide(ProtocolLimits limits) {
        observer = new SessionObserver(limits, Set.of(), this);
    }

    static ObserverSide loggedIn() {
        ObserverSide side = new ObserverSide(ProtocolLimits.DEFAULT);
        side.clientSays(StartupPacket.of("alice", "shop"));
        side.serverSays("52 00000000 5a");
        side.heard.clear();
        return side;
    }

    @Override
    public void client(FrontendMessage message) {
        heard.add("F " + message.kind());
    }

    @Override
    public void server(BackendMessage message) {
        heard.add("B " + message.kind());
    }

    void clientSays(FrontendMessage message) {
        clientSays(message.encode());
    }

    void clientSays(Bytes wire) {
        observer.fromClient(wire.toByteArray(), 0, wire.length());
    }

    void serverSays(String hex) {
        byte[] wire = hex(hex);
        observer.fromServer(wire, 0, wire.length);
    }
}
