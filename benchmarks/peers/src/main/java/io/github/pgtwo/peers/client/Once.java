package io.github.pgtwo.peers.client;

/** The program of a client that does its work once, without warming up or measuring: peer, work, host, port, how many. */
public final class Once {
    private Once() {}

    /** Prints the sum. */
    public static void main(String[] args) throws Exception {
        Client client = Peer.of(args[0]).orElseThrow().client(Place.of(args[2], args[3]));
        try (Task task = Work.of(args[1]).open(client)) {
            System.out.println(task.run(Integer.parseInt(args[4])));
        }
    }
}
