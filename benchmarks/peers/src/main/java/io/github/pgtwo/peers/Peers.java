package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<Section, Outcome> outcomes = new LinkedHashMap<>();
        for (Section section : request.sections()) {
            List<Peer> chosen =
                    section.peers().stream().filter(request.peers()::contains).toList();
            System.out.println("\n### " + section.name() + ": " + section.title() + "\n");
            Outcome outcome = section.run(stage, chosen, request.runs());
            outcome.lines().forEach(System.out::println);
            outcomes.put(section, outcome);
        }
        System.out.println("\n### all: CPU, for cold the wall time\n");
        Outcome.summary(outcomes).forEach(System.out::println);
        System.out.println("\nload of the machine behind: " + Machine.load());
    }
}
