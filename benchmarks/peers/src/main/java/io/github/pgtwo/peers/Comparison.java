package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Amount;
import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Work;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The same work by several clients.
 *
 * @param work what is done, which also names the table
 * @param title what to call it
 * @param warm how many times as much is done at once before it is measured
 * @param count how much of it is measured
 * @param each what one of the count consists of, for figures that are shown for each
 * @param unit how times are shown
 * @param peers who can do it
 * @param bars what is asked of pgtwo
 */
record Comparison(Work work, String title, int warm, int count, int each, Unit unit, List<Peer> peers, List<Bar> bars)
        implements Section {

    /** One that is warm by as much as is measured. */
    Comparison(Work work, String title, int count, int each, Unit unit, List<Peer> peers, List<Bar> bars) {
        this(work, title, 1, count, each, unit, peers, bars);
    }

    @Override
    public String name() {
        return work.label();
    }

    @Override
    public Outcome run(Stage stage, List<Peer> chosen, Runs runs) throws IOException {
        Trials trials = new Trials(work, warm * count, List.of(new Amount(count, 1)));
        Map<Peer, Medians> results = new EnumMap<>(Peer.class);
        trials.run(stage, chosen, runs).forEach((peer, medians) -> results.put(peer, medians.get(0)));
        return new ComparisonTable(this, results).outcome();
    }

    /** How many units the figures for each are divided by. */
    long units() {
        return (long) count * each;
    }
}
