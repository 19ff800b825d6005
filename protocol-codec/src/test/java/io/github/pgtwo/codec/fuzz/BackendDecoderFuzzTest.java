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
            Heard.assertSame(whole, play(input, feeding), feeding.toString());
        }
    }

    static Heard play(byte[] input) {
        return play(input, Feeding.WHOLE);
    }

    private static Heard play(byte[] input, Feeding feeding) {
        Script script = new Script(input);
        Expected expected = script.oneOf(Expected.values());
        BackendRun run = new BackendRun(script, expected, script.rest());
        run.play(feeding, script.cuts());
        return run.heard();
    }
}
