package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.util.ArrayList;
import java.util.List;

/** How the cost of several clients grows, in Markdown. */
record GrowthTable(List<GrowthLine> growths) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| what grows | client | from | to | CPU | wall | allocated | still held |");
        lines.add("|---|---|---|---|---|---|---|---|");
        growths.forEach(growth -> lines.add(growth.row()));
        return lines;
    }

    /** What grows so by hand too is the machine's or the server's. */
    List<String> bars() {
        if (growths.stream().noneMatch(growth -> growth.peer() == Peer.PGTWO)) {
            return List.of();
        }
        List<String> shared = new ArrayList<>(marks(Peer.PGTWO));
        shared.retainAll(marks(Peer.HAND));
        List<String> own = new ArrayList<>(marks(Peer.PGTWO));
        own.removeAll(shared);
        return List.of("nothing more than " + GrowthLine.TOLERANCE + " x linear: "
                + (own.isEmpty() ? "met" : "**missed** by " + String.join(", ", own))
                + (shared.isEmpty() ? "" : " (by hand too: " + String.join(", ", shared) + ")"));
    }

    private List<String> marks(Peer peer) {
        return growths.stream()
                .filter(growth -> growth.peer() == peer)
                .flatMap(growth -> growth.marks().stream())
                .toList();
    }
}
