package io.github.pgtwo.peers.client;

import java.util.ArrayList;
import java.util.List;

/** The program of a client that is measured: peer, work, host, port, how many to warm up with, {@link Amount}s to measure. */
public final class Measured {
    private Measured() {}

    /** Prints a {@link Sample} of each. */
    public static void main(String[] args) throws Exception {
        Client client = Peer.of(args[0]).orElseThrow().client(Place.of(args[2], args[3]));
        Meter meter = new Meter();
        try (Task task = Work.of(args[1]).open(client)) {
            WarmUp.OF_THIS.run(task, Integer.parseInt(args[4]));
            List<Sample> samples = new ArrayList<>();
            for (String amount : List.of(args).subList(5, args.length)) {
                samples.add(sample(task, Amount.parse(amount), meter));
            }
            System.out.println(Sample.line(samples));
        }
    }

    private static Sample sample(Task task, Amount amount, Meter meter) throws Exception {
        task.clear();
        CpuTime.awaitQuiet();
        meter.start();
        return meter.stop(amount.run(task));
    }
}
