package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Once;
import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In how small a heap a client can read many rows. */
record SmallestHeap() implements Section {
    private static final int MOST = 4;
    private static final int ROWS = 5_000_000;
    private static final List<Integer> MEGABYTES =
            List.of(2, 3, 4, 5, 6, 8, 12, 16, 24, 32, 64, 128, 256, 512, 768, 1024, 1536, 2048, 3072, 4096);

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String title() {
        return "smallest -Xmx for 5,000,000 rows of 10 columns, with the serial collector";
    }

    @Override
    public List<Peer> peers() {
        return List.of(
                Peer.HAND, Peer.PGTWO, Peer.PGJDBC_V2, Peer.PGJDBC_V2_CURSOR, Peer.PGJDBC_V3, Peer.PGJDBC_V3_FETCH);
    }

    @Override
    public Outcome run(Stage stage, List<Peer> chosen, Runs runs) {
        List<String> lines = new ArrayList<>(List.of("| client | smallest -Xmx |", "|---|---|"));
        Map<Peer, String> figures = new EnumMap<>(Peer.class);
        List<String> bars = new ArrayList<>();
        Agreement agreement = new Agreement();
        for (Peer peer : chosen) {
            int smallest = smallest(stage, peer, agreement);
            figures.put(peer, smallest + " MB");
            lines.add("| " + peer.label() + " | " + figures.get(peer) + " |");
            if (peer == Peer.PGTWO) {
                bars.add(Bar.verdict("heap", MOST, " MB", smallest));
            }
        }
        return new Outcome(lines, figures, bars);
    }

    private static int smallest(Stage stage, Peer peer, Agreement agreement) {
        int low = 0;
        int high = MEGABYTES.size();
        while (low < high) {
            int middle = (low + high) / 2;
            Optional<ClientJvm.Word> word =
                    ClientJvm.attempt(peer, Once.class, heap(MEGABYTES.get(middle)), arguments(stage));
            word.ifPresent(read -> agreement.add(peer, Long.parseLong(read.line())));
            high = word.isPresent() ? middle : high;
            low = word.isPresent() ? low : middle + 1;
        }
        if (low == MEGABYTES.size()) { // it may not be the heap that it lacks: this shows what it is
            low--;
            ClientJvm.run(peer, Once.class, heap(MEGABYTES.get(low)), arguments(stage));
        }
        return MEGABYTES.get(low);
    }

    private static List<String> heap(int megabytes) {
        return List.of("-XX:+UseSerialGC", "-Xmx" + megabytes + "m");
    }

    private static List<String> arguments(Stage stage) {
        List<String> arguments = new ArrayList<>(List.of(Work.MORE.label()));
        arguments.addAll(stage.place().arguments());
        arguments.add(Integer.toString(ROWS));
        return arguments;
    }
}
