package io.github.pgtwo.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Anything that can happen to a server: flags, then steps. */
class ServerSessionFuzzTest {
    static Stream<byte[]> seeds() {
        return Seeds.serverSession();
    }

    @MethodSource("seeds")
    @FuzzTest
    void talk(byte[] input) {
        ServerRun whole = new ServerRun(new Script(input), Feeding.WHOLE);
        whole.play();
        for (Feeding feeding : Feeding.values()) {
            if (feeding != Feeding.WHOLE) {
                ServerRun run = new ServerRun(new Script(input), feeding);
                run.sendOnly(whole);
                run.play();
                Heard.assertSame(whole.heard(), run.heard(), feeding.toString());
                Check.same(whole.phase(), run.phase(), "phase");
            }
        }
    }
}
