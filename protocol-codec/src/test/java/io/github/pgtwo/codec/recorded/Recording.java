package io.github.pgtwo.codec.recorded;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.ServerQuirk;
import java.util.List;
import java.util.Set;

/**
 * One connection of a recorded scenario: what was sent, and what an independent decoder made of it.
 *
 * @param listing one line for each message, copy data of one side joined
 */
record Recording(String server, String scenario, int connection, List<Step> steps, List<String> listing) {

    Set<ServerQuirk> quirks() {
        return server.equals("6.4") ? Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT) : Set.of();
    }

    /** Everything that one side has sent. */
    Bytes sent(boolean byClient) {
        WireWriter all = new WireWriter();
        steps.stream().filter(step -> step.fromClient() == byClient).forEach(step -> all.bytes(step.bytes()));
        return all.take();
    }

    int longestStep() {
        return steps.stream().mapToInt(step -> step.bytes().length()).max().orElse(0);
    }

    int length() {
        return steps.stream().mapToInt(step -> step.bytes().length()).sum();
    }

    /** The listing up to what is no message of this protocol version. */
    List<String> understood() {
        return listing.stream()
                .takeWhile(line -> !line.substring(2).matches("(Other|krb5) .*"))
                .toList();
    }

    /** Short enough to name the connection in a table of expectations. */
    @Override
    public String toString() {
        return server + " " + scenario + (connection == 1 ? "" : "#" + connection);
    }
}
