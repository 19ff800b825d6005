package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.backend.CopyOutData;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * However the bytes of a conversation are cut, the messages are the same, and each is heard with the piece that has
 * its last byte. As nothing of a message is left then, one play may cut each message once, and so all messages are
 * tried at every byte in as many plays as the longest has bytes; a message of more than a thousand is cut at each
 * thousandth byte at once.
 */
class ChunkingTest {
    private static final int SEED = 19980930;

    /** How many bytes it may take to cut each step in two at each byte; the longest recordings need 80 billion. */
    private static final long BYTES_PER_RECORDING = Long.getLong("pgtwo.bytesPerRecording", 100_000_000);

    private static final int SPLITS = Integer.getInteger("pgtwo.splits", 1000);

    private final List<Recording> recordings = Recordings.all().stream()
            .filter(recording -> !recording.equals(Oddities.binaryCopy()))
            .toList();

    /** All steps at the same place at once, where that is affordable. */
    @Test
    void cutInTwoAtEveryByte() {
        recordings.stream().filter(ChunkingTest::isAffordable).forEach(recording -> {
            List<Object> whole = Prompt.whole(recording);
            IntStream.range(1, recording.longestStep())
                    .forEach(place -> assertSame(
                            recording, whole, "cut at " + place, (client, step, at) -> cutAt(step + place, at)));
        });
    }

    private static boolean isAffordable(Recording recording) {
        return (long) recording.length() * recording.longestStep() <= BYTES_PER_RECORDING;
    }

    private static int cutAt(int place, int at) {
        return at < place ? place : Integer.MAX_VALUE;
    }

    @Test
    void everyMessageCutAtEveryByte() {
        for (Recording recording : recordings) {
            List<Object> whole = Prompt.whole(recording);
            MessageCuts cuts = MessageCuts.of(recording);
            cuts.distances()
                    .forEach(distance ->
                            assertSame(recording, whole, "each message cut at " + distance, cuts.at(distance)));
        }
    }

    @Test
    void byteByByte() {
        for (Recording recording : recordings) {
            assertSame(recording, Prompt.whole(recording), "byte by byte", (client, step, at) -> at + 1);
        }
    }

    @Test
    void atRandomPlaces() {
        for (Recording recording : recordings) {
            List<Object> whole = Prompt.whole(recording);
            SplittableRandom random = new SplittableRandom(SEED);
            for (int split = 0; split < SPLITS; split++) {
                int most = 4 << random.nextInt(11);
                assertSame(recording, whole, "split " + split, (client, step, at) -> at + 1 + random.nextInt(most));
            }
        }
    }

    /** The offset in its error, and how much is heard before, depend on where it is cut. */
    @Test
    void binaryCopyIsRefusedHoweverItIsCut() {
        Recording recording = Oddities.binaryCopy();
        List<Object> whole = withoutData(Prompt.whole(recording));
        for (int place = 1; place < recording.longestStep(); place++) {
            int cut = place;
            assertThat(withoutData(Prompt.messages(recording, (client, step, at) -> cutAt(step + cut, at), List.of())))
                    .isEqualTo(whole);
        }
    }

    private static List<Object> withoutData(List<Object> messages) {
        return messages.stream()
                .filter(message -> !(message instanceof CopyOutData))
                .map(message -> message instanceof String error ? error.replaceAll("\\d+", "") : message)
                .toList();
    }

    @Test
    void sessionsByteByByte() {
        for (Recording recording : recordings) {
            if (Oddities.refusal(recording).isEmpty()) {
                sessionsByteByByte(recording);
            }
        }
    }

    private static void sessionsByteByByte(Recording recording) {
        Sides said = Sides.of(recording);
        Transcript client = new Transcript();
        Transcript server = new Transcript();
        if (!ClientOutcomes.endsCopyEarly(recording)) {
            Sessions.asClient(recording, said, 1).taken().forEach(client::server);
            assertSame(recording, said.joined(false), "client", client.messages());
        }
        Sessions.asServer(recording, said, 1).taken().forEach(server::client);
        assertSame(recording, said.joined(true), "server", server.messages());
    }

    private static void assertSame(Recording recording, List<Object> whole, String how, Observed.Cuts cuts) {
        assertSame(recording, whole, how, Prompt.messages(recording, cuts, whole));
    }

    private static void assertSame(Recording recording, List<Object> expected, String how, List<Object> found) {
        if (!found.equals(expected)) {
            assertThat(found).as(recording + ", " + how).isEqualTo(expected);
        }
    }
}
