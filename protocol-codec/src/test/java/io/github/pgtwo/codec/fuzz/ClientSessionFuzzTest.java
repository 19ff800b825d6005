package io.github.pgtwo.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Anything that can happen to a client: flags, then steps. */
class ClientSessionFuzzTest {
    static Stream<byte[]> seeds() {
        return Seeds.clientSession();
    }

    @MethodSource("seeds")
    @FuzzTest
    void talk(byte[] input) {
        ClientRun whole = new ClientRun(new Script(input), Feeding.WHOLE);
        whole.play();
        for (Feeding feeding : Feeding.values()) {
            if (feeding != Feeding.WHOLE) {
                ClientRun run = new ClientRun(new Script(input), feeding);
                run.sendOnly(whole);
                run.play();
                Heard.assertSame(whole.heard(), run.heard(), feeding.toString());
                Check.same(whole.phase(), run.phase(), "phase");
            }
        }
    }
}
