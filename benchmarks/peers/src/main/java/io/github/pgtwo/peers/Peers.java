package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.io.IOException;
import java.util.List;

/** Measures pgtwo beside its peers, and prints tables in Markdown. */
public final class Peers {
    private Peers() {}

    /** Names of tables and of clients, in any order; without any, all. */
    public static void main(String[] args) throws IOException {
        Request request;
        try {
            request = Request.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.err.println("peers: starting the server and filling its tables ...");
        try (Stage stage = new Stage()) {
            report(stage, request);
        }
    }

    private static void report(Stage stage, Request request) throws IOException {
        Machine.lines(stage.version()).forEach(System.out::println);
        System.out.println("- medians of " + request.runs().repetitions());
        for (Section section : request.sections()) {
            List<Peer> chosen =
                    section.peers().stream().filter(request.peers()::contains).toList();
            System.out.println("\n### " + section.name() + ": " + section.title() + "\n");
            section.run(stage, chosen, request.runs()).forEach(System.out::println);
        }
        System.out.println("\nload of the machine behind: " + Machine.load());
    }
}
