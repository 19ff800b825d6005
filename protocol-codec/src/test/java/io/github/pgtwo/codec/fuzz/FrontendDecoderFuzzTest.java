package io.github.pgtwo.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pgtwo.codec.frontend.FrontendDecoder.Expected;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes of a client: flags, what is expected first and after login, the bytes. */
class FrontendDecoderFuzzTest {
    static Stream<byte[]> seeds() {
        return Seeds.frontendDecoder();
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
        Expected first = script.oneOf(Expected.values());
        Expected afterStartup = script.oneOf(Expected.values());
        FrontendRun run = new FrontendRun(script, first, afterStartup, script.rest());
        run.play(feeding, script.cuts());
        return run.heard();
    }
}
