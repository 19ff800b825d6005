package io.github.pgtwo.client.recorded;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.testkit.backend.Recording;
import io.github.pgtwo.testkit.backend.Recording.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a server is gone: behind so many bytes of one of its turns. */
record Cut(int turn, int bytes) {
    private static final int MOST = 12;

    /** Some of a recording's with one connection; of each turn those where it matters. */
    static List<Cut> all(Recording recording) {
        List<Turn> turns = recording.turns();
        if (turns.stream().anyMatch(turn -> turn.connection() != 1)) {
            return List.of();
        }
        List<Cut> all = IntStream.range(0, turns.size())
                .filter(i -> !turns.get(i).byClient() && turns.get(i).kind() == Turn.Kind.SENT)
                .boxed()
                .flatMap(i -> of(i, turns.get(i).bytes().length()))
                .toList();
        return IntStream.range(0, Math.min(MOST, all.size()))
                .mapToObj(i -> all.get(i * all.size() / Math.min(MOST, all.size())))
                .toList();
    }

    private static Stream<Cut> of(int turn, int length) {
        return Stream.of(length - 1, 0, length / 3, length - 2, 2 * length / 3, 1)
                .filter(bytes -> bytes >= 0 && bytes < length)
                .map(bytes -> new Cut(turn, bytes));
    }

    /** What is left of the recording. */
    Recording of(Recording recording) {
        List<Turn> turns = new ArrayList<>(recording.turns().subList(0, turn));
        Turn last = recording.turns().get(turn);
        Bytes left = last.bytes().slice(0, bytes);
        if (!left.isEmpty()) {
            turns.add(new Turn(last.line(), 1, false, Turn.Kind.SENT, left));
        }
        turns.add(new Turn(last.line(), 1, false, Turn.Kind.CLOSED, Bytes.EMPTY));
        return new Recording(recording.name(), turns);
    }
}
