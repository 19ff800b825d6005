package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.io.IOException;
import java.util.List;

/** One table of the report. */
interface Section {
    /** The name on the command line. */
    String name();

    /** What is measured. */
    String title();

    /** Who can do it. */
    List<Peer> peers();

    /** Measures some of them, and tells what came of it. */
    Outcome run(Stage stage, List<Peer> chosen, Runs runs) throws IOException;
}
