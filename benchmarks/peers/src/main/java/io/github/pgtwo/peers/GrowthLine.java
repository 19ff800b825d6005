package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What little and much of the same work have cost a client; what grows by more than the work does is marked. */
record GrowthLine(Growth.Step step, Peer peer, Medians small, Medians large) {
    /** What a figure may grow by more than the work, so that chance is no finding. */
    static final double TOLERANCE = 1.25;

    /** What is held is not judged below this: the JVM's own things come and go. */
    private static final double NOTHING = 200_000;

    /** One figure, little and much, and whether it has grown by more than the work. */
    record Cell(String name, String shown, boolean worse) {}

    List<Cell> cells() {
        return List.of(
                grown("CPU", "%.4f to %.4f s: x %.1f", 1e9, Medians::cpu),
                grown("wall", "%.4f to %.4f s: x %.1f", 1e9, Medians::wall),
                grown("allocated", "%.2f to %.2f MB: x %.1f", 1e6, Medians::allocated),
                held());
    }

    private Cell grown(String name, String format, double unit, ToDoubleFunction<Medians> figure) {
        double little = little(figure);
        double much = figure.applyAsDouble(large);
        String shown = String.format(Locale.ROOT, format, little / unit, much / unit, much / little);
        return new Cell(name, shown, worse(little, much));
    }

    private double little(ToDoubleFunction<Medians> figure) {
        return figure.applyAsDouble(small) / step.from().times();
    }

    private Cell held() {
        double little = Math.max(0, little(Medians::held));
        double much = Math.max(0, large.held());
        String shown = String.format(Locale.ROOT, "%.2f to %.2f MB", little / 1e6, much / 1e6);
        return new Cell("still held", shown, worse(Math.max(little, NOTHING), much));
    }

    private boolean worse(double little, double much) {
        return much > TOLERANCE * step.factor() * little;
    }

    String row() {
        String figures = cells().stream()
                .map(cell -> cell.shown() + (cell.worse() ? ", **worse than linear**" : ""))
                .collect(Collectors.joining(" | "));
        return String.format(
                "| %s | %s | %d | %d | %s |",
                step.what(), peer.label(), step.from().count(), step.to(), figures);
    }

    /** Which figures of what work are marked. */
    List<String> marks() {
        return cells().stream()
                .filter(Cell::worse)
                .map(cell -> cell.name() + " of " + step.what())
                .toList();
    }
}
