package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.testkit.transport.ContractPeer;
import java.io.IOException;

/** What a script sends, in the pieces and up to the byte that it wants. */
final class PeerOutput {
    private static final int LARGE = 1 << 30;

    private final ContractPeer peer;
    private int piece = LARGE;
    private int left = Integer.MAX_VALUE;
    private boolean limited;
    private boolean reset;
    private boolean over;

    PeerOutput(ContractPeer peer) {
        this.peer = peer;
    }

    void inPieces(int bytes) {
        piece = Math.min(bytes, LARGE);
    }

    void endAfter(int bytes, boolean withReset) throws IOException {
        left = bytes;
        limited = true;
        reset = withReset;
        endIfDue();
    }

    boolean over() {
        return over;
    }

    /** Whether an end was ordered that lies behind what was sent. */
    boolean endIsDue() {
        return limited && !over;
    }

    void write(Bytes bytes) throws IOException {
        byte[] all = bytes.toByteArray();
        int count = Math.min(all.length, left);
        for (int at = 0; at < count; at += piece) {
            peer.write(all, at, Math.min(piece, count - at));
        }
        if (limited) {
            left -= count;
            endIfDue();
        }
    }

    private void endIfDue() throws IOException {
        if (left > 0) {
            return;
        }
        over = true;
        if (reset) {
            peer.abort();
        } else {
            peer.close();
        }
    }
}
