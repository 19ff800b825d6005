package io.github.pgtwo.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pgtwo.codec.backend.BackendDecoder.Expected;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes of a server: flags, what is expected first, the bytes. */
class BackendDecoderFuzzTest {
    static Stream<byte[]> seeds() {
        return Seeds.backendDecoder();
    }

    @MethodSource("seeds")
    @FuzzTest
    void decode(byte[] input) {
        Heard whole = play(input);
        for (Feeding feeding : Feeding.values()) {
            if (feeding != Feeding.VALUES) {
                Heard.assertSame(whole, play(new Script(input), feeding), feeding.toString());
            }
        }
        Heard unbounded = play(new Script(input).withLongRows(), Feeding.WHOLE);
        if (!unbounded.tooLong()) {
            Heard.assertSameValues(unbounded, play(new Script(input).withLongRows(), Feeding.VALUES), "VALUES");
        }
    }

    static Heard play(byte[] input) {
        return play(new Script(input), Feeding.WHOLE);
    }

    private static Heard play(Script script, Feeding feeding) {
        Expected expected = script.oneOf(Expected.values());
        BackendRun run = new BackendRun(script, expected, script.rest());
        run.play(feeding, script.cuts());
        return run.heard();
    }
}
