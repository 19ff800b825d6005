package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Sample;
import io.github.pgtwo.peers.client.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of time and memory where work grows. */
record Growth() implements Section {
    private static final List<Step> STEPS = List.of(
            new Step("rows", Work.ROWS, 200_000, 0, 200_000, 2_000_000),
            new Step("columns, in 100,000 rows", Work.COLUMNS, 10, 0, 10, 100),
            new Step("megabytes in a value", Work.MEGABYTES, 20, 0, 20, 200),
            new Step("idle connections", Work.IDLE, 20, 20, 100, 1000),
            new Step("busy connections", Work.BUSY, 64, 0, 8, 64),
            new Step("queries before the first answer is read", Work.DEPTH, 10_000, 0, 100, 10_000));

    /**
     * What grows.
     *
     * @param warm how much of it there is to warm up with
     * @param kept how much of that stays, and is not measured
     * @param from how much is measured first
     * @param to and then
     */
    record Step(String what, Work work, int warm, int kept, int from, int to) {}

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
        List<GrowthLine> lines = new ArrayList<>();
        for (Step step : chosen.isEmpty() ? List.<Step>of() : STEPS) {
            lines.add(new GrowthLine(
                    step, medians(stage, step, step.from(), runs), medians(stage, step, step.to(), runs)));
        }
        return new Outcome(GrowthLine.table(lines), Map.of(), GrowthLine.bars(lines));
    }

    private static Medians medians(Stage stage, Step step, int count, Runs runs) {
        Agreement agreement = new Agreement();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < runs.repetitions(); i++) {
            Sample sample =
                    Comparison.sample(Peer.PGTWO, step.work(), stage.place(), step.warm(), step.kept() + count, runs);
            agreement.add(Peer.PGTWO, sample.sum());
            samples.add(sample);
        }
        return new Medians(samples);
    }
}
