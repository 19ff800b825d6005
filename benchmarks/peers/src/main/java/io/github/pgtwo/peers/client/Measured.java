package io.github.pgtwo.peers.client;

/** The program of a client that is measured: peer, work, host, port, how many to warm up with, how many to measure. */
public final class Measured {
    private Measured() {}

    /** Prints a {@link Sample}. */
    public static void main(String[] args) throws Exception {
        Client client = Peer.of(args[0]).orElseThrow().client(Place.of(args[2], args[3]));
        Meter meter = new Meter();
        try (Task task = Work.of(args[1]).open(client)) {
            task.run(Integer.parseInt(args[4]));
            meter.start();
            long sum = task.run(Integer.parseInt(args[5]));
            System.out.println(meter.stop(sum).line());
        }
    }
}
