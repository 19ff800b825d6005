package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Amount;
import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of time and memory where work grows. */
record Growth() implements Section {
    private static final List<Step> STEPS = List.of(
            new Step("rows", Work.ROWS, 200_000, 2_000_000),
            new Step("columns, in 100,000 rows", Work.COLUMNS, 10, 100),
            new Step("megabytes in a value", Work.MEGABYTES, 20, 200),
            new Step("idle connections", Work.IDLE, new Amount(100, 1), 1000),
            new Step("busy connections", Work.BUSY, 8, 64),
            new Step("queries before the first answer is read", Work.DEPTH, 100, 10_000));

    /**
     * What grows.
     *
     * @param from how much is measured first
     * @param to and then
     */
    record Step(String what, Work work, Amount from, int to) {
        /** As much in all, in small portions and in one: one portion by itself is lost in the noise of the machine. */
        Step(String what, Work work, int from, int to) {
            this(what, work, new Amount(from, to / from), to);
        }

        /** Warm by as much as is measured: the system makes each page of the heap when it is touched first. */
        private Trials trials() {
            return new Trials(work, to, List.of(from, new Amount(to, 1)));
        }

        double factor() {
            return (double) to / from.count();
        }
    }

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
        return List.of(Peer.HAND, Peer.PGTWO);
    }

    @Override
    public Outcome run(Stage stage, List<Peer> chosen, Runs runs) throws IOException {
        List<GrowthLine> lines = new ArrayList<>();
        for (Step step : chosen.isEmpty() ? List.<Step>of() : STEPS) {
            step.trials()
                    .run(stage, chosen, runs)
                    .forEach((peer, both) -> lines.add(new GrowthLine(step, peer, both.get(0), both.get(1))));
        }
        GrowthTable table = new GrowthTable(lines);
        return new Outcome(table.lines(), Map.of(), table.bars());
    }
}
