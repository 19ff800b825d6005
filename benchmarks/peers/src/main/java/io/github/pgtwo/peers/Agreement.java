package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.util.EnumMap;
import java.util.Map;

/** Holds what clients have read against each other; who discards it has read nothing. */
final class Agreement {
    private final Map<Peer, Long> sums = new EnumMap<>(Peer.class);

    /** Throws {@link IllegalStateException} if this is not what the others have read. */
    void add(Peer peer, long sum) {
        if (peer == Peer.DRAIN) {
            return;
        }
        long before = sums.getOrDefault(peer, sum);
        sums.put(peer, sum);
        if (before != sum || sums.values().stream().distinct().count() > 1) {
            throw new IllegalStateException("the clients do not agree on what they have read: " + sums
                    + ", before that " + peer + "=" + before);
        }
    }
}
