package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Once;
import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** From the start of a JVM to the first row. */
record Cold() implements Section {
    private static final double MOST = 1.25;

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String title() {
        return "wall time from the start of a JVM to the first row: TCP, md5, SELECT 1";
    }

    @Override
    public List<Peer> peers() {
        return List.of(Peer.DRAIN, Peer.HAND, Peer.PGTWO, Peer.PGTWO_GUICE, Peer.PGJDBC_V2, Peer.PGJDBC_V3);
    }

    @Override
    public Outcome run(Stage stage, List<Peer> chosen, Runs runs) {
        Map<Peer, long[]> times = new EnumMap<>(Peer.class);
        Agreement agreement = new Agreement();
        for (int i = 0; i < runs.repetitions(); i++) {
            for (Peer peer : chosen) {
                ClientJvm.Word word = word(stage, peer, runs);
                agreement.add(peer, Long.parseLong(word.line()));
                times.computeIfAbsent(peer, first -> new long[runs.repetitions()])[i] = word.nanos();
            }
        }
        return outcome(times);
    }

    static Outcome outcome(Map<Peer, long[]> times) {
        List<String> lines = new ArrayList<>(List.of("| client | wall | x drain |", "|---|---|---|"));
        Map<Peer, String> figures = new EnumMap<>(Peer.class);
        times.forEach((peer, all) -> {
            figures.put(peer, Unit.SECONDS.show(Medians.median(all), 1));
            String shown = ratio(times, peer).stream()
                    .mapToObj(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                    .collect(Collectors.joining());
            lines.add("| " + peer.label() + " | " + figures.get(peer) + " | " + shown + " |");
        });
        List<String> bars = ratio(times, Peer.PGTWO).stream()
                .mapToObj(is -> Bar.verdict("wall", MOST, " x drain", is))
                .toList();
        return new Outcome(lines, figures, bars);
    }

    private static OptionalDouble ratio(Map<Peer, long[]> times, Peer peer) {
        return times.containsKey(peer) && times.containsKey(Peer.DRAIN)
                ? OptionalDouble.of(Medians.median(times.get(peer)) / Medians.median(times.get(Peer.DRAIN)))
                : OptionalDouble.empty();
    }

    private static ClientJvm.Word word(Stage stage, Peer peer, Runs runs) {
        List<String> arguments = new ArrayList<>(List.of(Work.PING.label()));
        arguments.addAll(stage.place().arguments());
        arguments.add("1");
        return ClientJvm.run(peer, Once.class, runs.options(), arguments);
    }
}
