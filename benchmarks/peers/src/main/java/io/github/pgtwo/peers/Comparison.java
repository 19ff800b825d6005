package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Measured;
import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Place;
import io.github.pgtwo.peers.client.Sample;
import io.github.pgtwo.peers.client.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The same work by several clients, one behind the other and all over again.
 *
 * @param work what is done, which also names the table
 * @param title what to call it
 * @param warm how much of it is done before it is measured
 * @param count how much of it is measured
 * @param each what one of the count consists of, for figures that are shown for each
 * @param unit how times are shown
 * @param peers who can do it
 * @param bars what is asked of pgtwo
 */
record Comparison(Work work, String title, int warm, int count, int each, Unit unit, List<Peer> peers, List<Bar> bars)
        implements Section {

    /** The same heap for all: enough for those that keep all rows, and not given back before it is measured. */
    private static final List<String> HEAP = List.of("-Xmx3g", "-XX:MaxHeapFreeRatio=100");

    @Override
    public String name() {
        return work.label();
    }

    @Override
    public Outcome run(Stage stage, List<Peer> chosen, Runs runs) throws IOException {
        Map<Peer, List<Sample>> samples = new EnumMap<>(Peer.class);
        Agreement agreement = new Agreement();
        for (int i = 0; i < runs.repetitions(); i++) {
            for (Peer peer : chosen) {
                Sample sample = sample(stage, peer, runs);
                agreement.add(peer, sample.sum());
                samples.computeIfAbsent(peer, first -> new ArrayList<>()).add(sample);
            }
        }
        Map<Peer, Medians> results = new EnumMap<>(Peer.class);
        samples.forEach((peer, all) -> results.put(peer, new Medians(all)));
        return new ComparisonTable(this, results).outcome();
    }

    private Sample sample(Stage stage, Peer peer, Runs runs) throws IOException {
        Place place = work == Work.RECORDED ? stage.replay(peer) : stage.place();
        return sample(peer, work, place, warm, count, runs);
    }

    /** One run. */
    static Sample sample(Peer peer, Work work, Place place, int warm, int count, Runs runs) {
        List<String> arguments = new ArrayList<>(List.of(work.label()));
        arguments.addAll(place.arguments());
        arguments.addAll(List.of(Integer.toString(warm), Integer.toString(count)));
        List<String> options = new ArrayList<>(HEAP);
        options.addAll(runs.options());
        return Sample.parse(
                ClientJvm.run(peer, Measured.class, options, arguments).line());
    }

    /** How many units the figures for each are divided by. */
    long units() {
        return (long) count * each;
    }
}
