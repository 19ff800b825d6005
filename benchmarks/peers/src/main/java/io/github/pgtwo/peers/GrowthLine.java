package io.github.pgtwo.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What little and much of the same work have cost, in Markdown; what grows by more than the work does is marked. */
record GrowthLine(Growth.Step step, Medians small, Medians large) {
    /** What a figure may grow by more than the work, so that chance is no finding. */
    private static final double TOLERANCE = 1.25;

    /** What is held is not judged below this: the JVM's own things come and go. */
    private static final double NOTHING = 200_000;

    private static final String WORSE = ", **worse than linear**";

    static List<String> table(List<GrowthLine> lines) {
        List<String> table = new ArrayList<>();
        table.add("| what grows | from | to | CPU | wall | allocated | still held |");
        table.add("|---|---|---|---|---|---|---|");
        lines.forEach(line -> table.add(line.row()));
        return table;
    }

    static List<String> bars(List<GrowthLine> lines) {
        List<String> worse = lines.stream()
                .filter(line -> line.row().contains(WORSE))
                .map(line -> line.step.what())
                .toList();
        String verdict = worse.isEmpty() ? "met" : "**missed** by " + String.join("; ", worse);
        return lines.isEmpty() ? List.of() : List.of("nothing more than " + TOLERANCE + " x linear: " + verdict);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %s | %s | %s |",
                step.what(),
                step.from(),
                step.to(),
                seconds(small.cpu(), large.cpu()),
                seconds(small.wall(), large.wall()),
                grown("%.2f to %.2f MB: x %.1f", 1e6, small.allocated(), large.allocated()),
                held());
    }

    private String seconds(double little, double much) {
        return grown("%.4f to %.4f s: x %.1f", 1e9, little, much);
    }

    private String grown(String format, double unit, double little, double much) {
        return String.format(Locale.ROOT, format, little / unit, much / unit, much / little) + mark(little, much);
    }

    private String held() {
        double little = Math.max(0, small.held());
        double much = Math.max(0, large.held());
        return String.format(Locale.ROOT, "%.2f to %.2f MB", little / 1e6, much / 1e6)
                + mark(Math.max(little, NOTHING), much);
    }

    private String mark(double little, double much) {
        double factor = (double) step.to() / step.from();
        return much > TOLERANCE * factor * little ? WORSE : "";
    }
}
