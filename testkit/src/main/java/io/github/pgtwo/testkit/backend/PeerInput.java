package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.session.ServerSession;
import io.github.pgtwo.testkit.transport.ContractPeer;
import java.io.EOFException;
import java.io.IOException;

/** What a client sends. */
final class PeerInput {
    private final ContractPeer peer;

    PeerInput(ContractPeer peer) {
        this.peer = peer;
    }

    /** Waits for bytes; an EOFException says that the client has closed. */
    void receive(ServerSession session) throws IOException {
        if (session.receive(this::read) < 0) {
            throw new EOFException();
        }
    }

    /** Waits until the client has closed; what it says until then is nothing any more. */
    void untilEnd() throws IOException {
        byte[] one = new byte[1];
        if (read(one, 0, 1) >= 0) {
            throw new AssertionError("came byte " + one[0] + " behind Terminate");
        }
    }

    /** A broken connection is an end as well. */
    private int read(byte[] into, int offset, int length) {
        try {
            return peer.read(into, offset, length);
        } catch (IOException e) {
            return -1;
        }
    }
}
