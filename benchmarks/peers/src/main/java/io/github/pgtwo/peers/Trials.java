package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Amount;
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
import java.util.stream.Stream;

/**
 * The same work by several clients, one behind the other and all over again.
 *
 * @param work what is done
 * @param warm how much of it is done at once before it is measured
 * @param amounts how much of it is measured, one behind the other in the same JVM
 */
record Trials(Work work, int warm, List<Amount> amounts) {

    /** The same heap for all: enough for those that keep all rows, and not given back before it is measured. */
    private static final List<String> HEAP = List.of("-Xmx3g", "-XX:MaxHeapFreeRatio=100");

    /** What each client has taken for each amount. */
    Map<Peer, List<Medians>> run(Stage stage, List<Peer> chosen, Runs runs) throws IOException {
        Map<Peer, List<List<Sample>>> samples = new EnumMap<>(Peer.class);
        List<Agreement> agreements =
                Stream.generate(Agreement::new).limit(amounts.size()).toList();
        for (int i = 0; i < runs.repetitions(); i++) {
            for (Peer peer : chosen) {
                List<Sample> run = once(peer, stage.place(work, peer), runs);
                for (int j = 0; j < amounts.size(); j++) {
                    agreements.get(j).add(peer, run.get(j).sum());
                }
                samples.computeIfAbsent(peer, first -> new ArrayList<>()).add(run);
            }
        }
        Map<Peer, List<Medians>> results = new EnumMap<>(Peer.class);
        samples.forEach((peer, all) -> results.put(peer, Medians.ofEach(all)));
        return results;
    }

    private List<Sample> once(Peer peer, Place place, Runs runs) {
        List<String> arguments = new ArrayList<>(List.of(work.label()));
        arguments.addAll(place.arguments());
        arguments.add(Integer.toString(warm));
        amounts.forEach(amount -> arguments.add(amount.argument()));
        List<String> options = new ArrayList<>(HEAP);
        options.addAll(runs.options());
        return Sample.parse(
                ClientJvm.run(peer, Measured.class, options, arguments).line());
    }
}
