package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a section.
 *
 * @param lines its table in Markdown
 * @param figures what stands for each client in the table of all
 * @param bars what became of the bars
 */
record Outcome(List<String> lines, Map<Peer, String> figures, List<String> bars) {

    /** The lines of the table of all. */
    static List<String> summary(Map<Section, Outcome> outcomes) {
        List<Peer> peers = List.of(Peer.values()).stream()
                .filter(peer -> outcomes.values().stream().anyMatch(outcome -> outcome.figures.containsKey(peer)))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("| | " + String.join(" | ", peers.stream().map(Peer::label).toList()) + " | bars of pgtwo |");
        lines.add("|---|" + "---|".repeat(peers.size() + 1));
        outcomes.forEach((section, outcome) -> lines.add("| " + section.name() + " | " + outcome.line(peers)));
        return lines;
    }

    private String line(List<Peer> peers) {
        List<String> cells = new ArrayList<>();
        peers.forEach(peer -> cells.add(figures.getOrDefault(peer, "")));
        cells.add(String.join("; ", bars));
        return String.join(" | ", cells) + " |";
    }
}
