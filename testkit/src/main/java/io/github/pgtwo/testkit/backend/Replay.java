package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.testkit.transport.ContractPeer;
import io.github.pgtwo.testkit.transport.Listener;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The connections of a recording that is being played. Used by one thread. */
final class Replay implements AutoCloseable {
    /** How many bytes before a difference are shown. */
    private static final int SHOWN = 20;

    private final Listener listener;
    private final Watch watch;
    private final Map<Integer, ContractPeer> peers = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();

    Replay(Listener listener, Watch watch) {
        this.listener = listener;
        this.watch = watch;
    }

    void take(Recording.Turn turn) throws IOException, InterruptedException {
        if (!peers.containsKey(turn.connection())) {
            watch.over(listener::close, () -> peers.put(turn.connection(), listener.accept()));
        }
        ContractPeer peer = peers.get(turn.connection());
        if (peer != null && !ended.contains(turn.connection())) {
            watch.over(peer::abort, () -> take(turn, peer));
        }
    }

    private void take(Recording.Turn turn, ContractPeer peer) throws IOException {
        if (turn.byClient()) {
            hear(turn, peer);
        } else {
            say(turn, peer);
        }
    }

    private void say(Recording.Turn turn, ContractPeer peer) throws IOException {
        switch (turn.kind()) {
            case SENT -> peer.write(turn.bytes().toByteArray(), 0, turn.bytes().length());
            case CLOSED -> peer.close();
            case RESET -> peer.abort();
        }
        if (turn.kind() != Recording.Turn.Kind.SENT) {
            ended.add(turn.connection());
        }
    }

    private static void hear(Recording.Turn turn, ContractPeer peer) throws IOException {
        if (turn.kind() == Recording.Turn.Kind.SENT) {
            expect(turn.bytes(), peer);
        } else if (!endsNow(peer)) {
            throw new AssertionError("expected the client to close, and it says more");
        }
    }

    private static void expect(Bytes expected, ContractPeer peer) throws IOException {
        byte[] came = new byte[expected.length()];
        for (int at = 0; at < came.length; ) {
            int count = peer.read(came, at, came.length - at);
            if (count < 0) {
                throw new AssertionError("the client closed after " + at + " of " + came.length + " bytes");
            }
            for (int end = at + count; at < end; at++) {
                if (came[at] != expected.at(at)) {
                    throw difference(expected, at, came[at]);
                }
            }
        }
    }

    /** Shows one byte of what came and no more: it may be a password. */
    private static AssertionError difference(Bytes expected, int at, byte came) {
        return new AssertionError("byte " + at + " of " + expected.length() + ", behind \""
                + Escaped.text(expected.slice(Math.max(0, at - SHOWN), at)) + "\": expected \""
                + Escaped.text(expected.slice(at, at + 1)) + "\", came \"" + Escaped.text(Bytes.of(came)) + "\"");
    }

    private static boolean endsNow(ContractPeer peer) {
        try {
            return peer.read(new byte[1], 0, 1) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        for (ContractPeer peer : peers.values()) {
            try {
                peer.close();
            } catch (IOException e) {
                // it is over anyhow
            }
        }
    }
}
