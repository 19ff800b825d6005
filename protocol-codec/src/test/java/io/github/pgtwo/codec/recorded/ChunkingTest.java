package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However the bytes of a conversation are cut, the messages are the same. */
class ChunkingTest {
    private static final int SEED = 19980930;
    private static final int BYTES_PER_RECORDING = 30_000_000;

    private final List<Recording> recordings = Recordings.all().stream()
            .filter(recording -> Oddities.refusal(recording).isEmpty())
            .toList();

    @Test
    void cutInTwoAtEveryByte() {
        for (Recording recording : recordings) {
            List<Object> whole = Observed.messages(recording, Observed.Cuts.NONE);
            places(recording).forEach(place -> assertSame(recording, whole, length -> cutAt(place, length)));
        }
    }

    /** All steps are cut at the same place at once, which tries each place of each step in few plays. */
    private static IntStream places(Recording recording) {
        int longest = recording.longestStep();
        int affordable = Math.max(BYTES_PER_RECORDING / Math.max(recording.length(), 1), 4);
        if (longest <= affordable) {
            return IntStream.range(1, longest);
        }
        NavigableSet<Integer> places = messageEnds(recording);
        Random random = new Random(SEED);
        while (places.size() > affordable) {
            places.remove(places.ceiling(random.nextInt(places.last() + 1)));
        }
        while (places.size() < affordable) {
            places.add(1 + random.nextInt(longest - 1));
        }
        return places.stream().mapToInt(Integer::intValue);
    }

    private static int[] cutAt(int place, int length) {
        return place < length ? new int[] {place} : new int[0];
    }

    /** A byte before each message's end, the end, and a byte behind it, counted in its step. */
    private static NavigableSet<Integer> messageEnds(Recording recording) {
        Sides sides = Sides.of(recording);
        NavigableSet<Integer> ends = new TreeSet<>();
        addEnds(recording, true, sides.client().stream().mapToInt(FrontendMessage::wireLength), ends);
        addEnds(recording, false, sides.server().stream().mapToInt(BackendMessage::wireLength), ends);
        return ends;
    }

    private static void addEnds(Recording recording, boolean client, IntStream lengths, Set<Integer> ends) {
        int[] steps = recording.steps().stream()
                .filter(step -> step.fromClient() == client)
                .mapToInt(step -> step.bytes().length())
                .toArray();
        int step = 0;
        int at = 0;
        for (int length : lengths.toArray()) {
            at += length;
            while (step < steps.length - 1 && at > steps[step]) {
                at -= steps[step++];
            }
            IntStream.rangeClosed(Math.max(at - 1, 1), at + 1).forEach(ends::add);
        }
    }

    @Test
    void byteByByte() {
        for (Recording recording : recordings) {
            List<Object> whole = Observed.messages(recording, Observed.Cuts.NONE);
            assertSame(recording, whole, length -> IntStream.range(1, length).toArray());
        }
    }

    @Test
    void sessionsByteByByte() {
        for (Recording recording : recordings) {
            Sides said = Sides.of(recording);
            Transcript client = new Transcript();
            Transcript server = new Transcript();
            if (!ClientOutcomes.endsCopyEarly(recording)) {
                Sessions.asClient(recording, said, 1).taken().forEach(client::server);
                assertSame(recording, said.joined(false), client.messages());
            }
            Sessions.asServer(recording, said, 1).taken().forEach(server::client);
            assertSame(recording, said.joined(true), server.messages());
        }
    }

    private static void assertSame(Recording recording, List<Object> expected, List<Object> found) {
        if (!found.equals(expected)) {
            assertThat(found).as(recording.toString()).isEqualTo(expected);
        }
    }

    @Test
    void atRandomPlaces() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            Recording recording = recordings.get(random.nextInt(recordings.size()));
            List<Object> whole = Observed.messages(recording, Observed.Cuts.NONE);
            int one = 1 + random.nextInt(40);
            assertSame(
                    recording,
                    whole,
                    length -> IntStream.range(1, Math.max(length, 1))
                            .filter(place -> random.nextInt(one) == 0)
                            .toArray());
        }
    }

    private static void assertSame(Recording recording, List<Object> whole, Observed.Cuts cuts) {
        StringBuilder used = new StringBuilder();
        List<Object> found = Observed.messages(recording, length -> {
            int[] places = cuts.of(length);
            used.append(places.length < 9 ? Arrays.toString(places) : "[many]");
            return places;
        });
        if (!found.equals(whole)) {
            assertThat(found).as(recording + " cut at " + used).isEqualTo(whole);
        }
    }
}
