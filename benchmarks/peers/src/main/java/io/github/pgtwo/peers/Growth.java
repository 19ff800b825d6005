package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Sample;
import io.github.pgtwo.peers.client.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What becomes of time and memory where work grows. */
record Growth() implements Section {
    private static final List<Step> STEPS = List.of(
            new Step("rows", Work.ROWS, 200_000, 200_000, 2_000_000),
            new Step("columns, in 100,000 rows", Work.COLUMNS, 10, 10, 100),
            new Step("megabytes in a value", Work.MEGABYTES, 20, 20, 200),
            new Step("idle connections", Work.IDLE, 20, 120, 1020),
            new Step("busy connections", Work.BUSY, 8, 8, 64),
            new Step("queries before the first answer is read", Work.DEPTH, 10_000, 100, 10_000));

    /** What grows, from what to what. */
    private record Step(String what, Work work, int warm, int from, int to) {}

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "how cost grows as work grows";
    }

    @Override
    public List<Peer> peers() {
        return List.of(Peer.PGTWO);
    }

    @Override
    public Outcome run(Stage stage, List<Peer> chosen, Runs runs) {
        List<String> lines = new ArrayList<>();
        lines.add("| what grows | from | to | CPU | wall | allocated | still held |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Step step : chosen.isEmpty() ? List.<Step>of() : STEPS) {
            Medians small = medians(stage, step, step.from(), runs);
            Medians large = medians(stage, step, step.to(), runs);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %s | %s | %s | %s |",
                    step.what(),
                    step.from(),
                    step.to(),
                    seconds(small.cpu(), large.cpu()),
                    seconds(small.wall(), large.wall()),
                    megabytes(small.allocated(), large.allocated()),
                    held(small) + " to " + held(large)));
        }
        return new Outcome(lines, Map.of(), List.of());
    }

    private static Medians medians(Stage stage, Step step, int count, Runs runs) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < runs.repetitions(); i++) {
            samples.add(Comparison.sample(Peer.PGTWO, step.work(), stage.place(), step.warm(), count, runs));
        }
        return new Medians(samples);
    }

    private static String seconds(double small, double large) {
        return String.format(Locale.ROOT, "%.4f to %.4f s: x %.1f", small / 1e9, large / 1e9, large / small);
    }

    private static String held(Medians medians) {
        return String.format(Locale.ROOT, "%.2f MB", Math.max(0, medians.held()) / 1e6);
    }

    private static String megabytes(double small, double large) {
        return String.format(Locale.ROOT, "%.2f to %.2f MB: x %.1f", small / 1e6, large / 1e6, large / small);
    }
}
