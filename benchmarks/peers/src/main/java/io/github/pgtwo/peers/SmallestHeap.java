package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Once;
import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** In how small a heap a client can read many rows. */
record SmallestHeap() implements Section {
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
        for (Peer peer : chosen) {
            figures.put(peer, smallest(stage, peer));
            lines.add("| " + peer.label() + " | " + figures.get(peer) + " |");
        }
        return new Outcome(lines, figures, List.of("at most 4 MB"));
    }

    private static String smallest(Stage stage, Peer peer) {
        int low = 0;
        int high = MEGABYTES.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (suffices(stage, peer, MEGABYTES.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == MEGABYTES.size() ? "more" : MEGABYTES.get(low) + " MB";
    }

    private static boolean suffices(Stage stage, Peer peer, int megabytes) {
        List<String> arguments = new ArrayList<>(List.of(Work.MORE.label()));
        arguments.addAll(stage.place().arguments());
        arguments.add(Integer.toString(ROWS));
        return ClientJvm.attempt(peer, Once.class, List.of("-XX:+UseSerialGC", "-Xmx" + megabytes + "m"), arguments)
                .isPresent();
    }
}
