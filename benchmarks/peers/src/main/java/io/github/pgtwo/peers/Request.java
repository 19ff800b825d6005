package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param sections the tables
 * @param peers the clients; those that cannot do what a table is about are left out of it
 * @param runs how they are run
 */
record Request(List<Section> sections, List<Peer> peers, Runs runs) {
    private static final int USUAL_REPETITIONS = 5;

    /** Names of tables and clients in any order, {@code -n} with a number, {@code -o} with an option; nothing named is all. */
    static Request parse(String[] args) {
        List<Section> sections = new ArrayList<>();
        List<Peer> peers = new ArrayList<>();
        List<String> options = new ArrayList<>();
        int repetitions = USUAL_REPETITIONS;
        for (int i = 0; i < args.length; i++) {
            Optional<Section> section = Sections.of(args[i]);
            Optional<Peer> peer = Peer.of(args[i]);
            if (args[i].equals("-n") && i + 1 < args.length) {
                repetitions = number(args[++i]);
            } else if (args[i].equals("-o") && i + 1 < args.length) {
                options.add(args[++i]);
            } else if (section.isPresent()) {
                sections.add(section.get());
            } else {
                peers.add(peer.orElseThrow(() -> new IllegalArgumentException(usage())));
            }
        }
        return of(sections, peers, new Runs(repetitions, options));
    }

    private static Request of(List<Section> sections, List<Peer> peers, Runs runs) {
        if (!peers.isEmpty()) {
            sections.forEach(section -> checkShared(section, peers));
        }
        return new Request(
                sections.isEmpty() ? Sections.ALL : sections, peers.isEmpty() ? List.of(Peer.values()) : peers, runs);
    }

    private static void checkShared(Section section, List<Peer> peers) {
        if (section.peers().stream().noneMatch(peers::contains)) {
            throw new IllegalArgumentException("none of these clients is in the table " + section.name());
        }
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("-n takes a number from 1 to 9999, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static String usage() {
        return "usage: peers [-n repetitions] [-o JVM-option]... [table...] [client...]\ntables: "
                + String.join(" ", Sections.ALL.stream().map(Section::name).toList())
                + "\nclients: "
                + String.join(
                        " ", List.of(Peer.values()).stream().map(Peer::label).toList());
    }
}
