package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of a comparison, in Markdown. */
record ComparisonTable(Comparison comparison, Map<Peer, Medians> results) {
    /** Nanoseconds below which the system does not know well enough how much of them it has taken. */
    private static final double LEAST_TO_SPLIT = 100_000_000;

    Outcome outcome() {
        Map<Peer, String> figures = new EnumMap<>(Peer.class);
        results.forEach(
                (peer, medians) -> figures.put(peer, comparison.unit().show(medians.cpu(), comparison.units())));
        List<String> bars = comparison.bars().stream()
                .flatMap(bar -> bar.verdict(results, comparison.units()).stream())
                .toList();
        return new Outcome(lines(), figures, bars);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| client | CPU | +- | of it system | x drain | x hand | wall | allocated for each | whole process |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        results.forEach((peer, medians) -> lines.add(line(peer, medians)));
        return lines;
    }

    private String line(Peer peer, Medians medians) {
        return "| "
                + String.join(
                        " | ",
                        peer.label(),
                        comparison.unit().show(medians.cpu(), comparison.units()),
                        String.format(Locale.ROOT, "%.0f %%", 100 * medians.spread()),
                        system(medians),
                        ratio(medians, Peer.DRAIN),
                        ratio(medians, Peer.HAND),
                        comparison.unit().show(medians.wall(), comparison.units()),
                        String.format(Locale.ROOT, "%.0f B", medians.allocated() / comparison.units()),
                        Unit.SECONDS.show(medians.process(), 1))
                + " |";
    }

    private static String system(Medians medians) {
        DoubleSummaryStatistics part = medians.systemPart();
        return medians.cpu() < LEAST_TO_SPLIT
                ? ""
                : String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * part.getMin(), 100 * part.getMax());
    }

    private String ratio(Medians medians, Peer floor) {
        return Optional.ofNullable(results.get(floor))
                .map(base -> String.format(Locale.ROOT, "%.2f", medians.cpu() / base.cpu()))
                .orElse("");
    }
}
