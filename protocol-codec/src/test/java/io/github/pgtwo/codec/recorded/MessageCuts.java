package io.github.pgtwo.codec.recorded;

import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Where messages begin, and cuts at a distance from there; behind a long way, cuts again. */
final class MessageCuts {
    private static final int APART = 1000;

    private final int[] client;
    private final int[] server;

    private MessageCuts(int[] client, int[] server) {
        this.client = client;
        this.server = server;
    }

    static MessageCuts of(Recording recording) {
        Sides sides = Sides.of(recording);
        return new MessageCuts(
                begins(
                        sides.client().stream().mapToInt(FrontendMessage::wireLength),
                        recording.sent(true).length()),
                begins(
                        sides.server().stream().mapToInt(BackendMessage::wireLength),
                        recording.sent(false).length()));
    }

    /** The beginnings, then the end; what was not heard counts as part of the last message. */
    private static int[] begins(IntStream lengths, int end) {
        int[] begins = IntStream.concat(IntStream.of(0), lengths).toArray();
        Arrays.parallelPrefix(begins, Integer::sum);
        return IntStream.concat(Arrays.stream(begins).filter(begin -> begin < end), IntStream.of(end))
                .toArray();
    }

    /** All cuts that are needed to have one at each byte. */
    IntStream distances() {
        return IntStream.range(0, Math.min(APART, Math.max(longest(client), longest(server))));
    }

    private static int longest(int[] begins) {
        return IntStream.range(1, begins.length)
                .map(i -> begins[i] - begins[i - 1])
                .max()
                .orElse(0);
    }

    Observed.Cuts at(int distance) {
        return (byClient, step, at) -> after(byClient ? client : server, distance, at);
    }

    private static int after(int[] begins, int distance, int at) {
        int found = Arrays.binarySearch(begins, at);
        for (int i = found < 0 ? -found - 2 : found; i < begins.length - 1; i++) {
            int cut = begins[i] + distance;
            int next = cut > at ? cut : cut + (at - cut) / APART * APART + APART;
            if (next < begins[i + 1]) {
                return next;
            }
        }
        return Integer.MAX_VALUE;
    }
}
