package io.github.pgtwo.peers.client;

/** The program of a client that is measured: peer, work, host, port, how many to warm up with, how many to measure. */
public final class Measured {
    /** The second one runs what was compiled after the first. */
    private static final int WARM_UPS = 2;

    private Measured() {}

    /** Prints a {@link Sample}. */
    public static void main(String[] args) throws Exception {
        Client client = Peer.of(args[0]).orElseThrow().client(Place.of(args[2], args[3]));
        Meter meter = new Meter();
        try (Task task = Work.of(args[1]).open(client)) {
            for (int i = 0; i < WARM_UPS; i++) {
                task.run(Integer.parseInt(args[4]));
                CpuTime.awaitQuiet();
            }
            meter.start();
            long sum = task.run(Integer.parseInt(args[5]));
            System.out.println(meter.stop(sum).line());
        }
    }
}
