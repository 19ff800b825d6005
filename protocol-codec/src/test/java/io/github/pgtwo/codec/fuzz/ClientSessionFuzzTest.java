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
        ClientRun whole = whole(new Script(input));
        for (Feeding feeding : Feeding.values()) {
            if (feeding != Feeding.WHOLE && feeding != Feeding.VALUES) {
                ClientRun run = again(whole, new Script(input), feeding);
                Heard.assertSame(whole.heard(), run.heard(), feeding.toString());
                Check.same(whole.phase(), run.phase(), "phase");
            }
        }
        ClientRun unbounded = whole(new Script(input).withLongRows());
        if (!unbounded.heard().tooLong()) {
            ClientRun values = again(unbounded, new Script(input).withLongRows(), Feeding.VALUES);
            Heard.assertSameValues(unbounded.heard(), values.heard(), "VALUES");
            Check.same(unbounded.phase(), values.phase(), "phase");
        }
    }

    private static ClientRun whole(Script script) {
        ClientRun run = new ClientRun(script, Feeding.WHOLE);
        run.play();
        return run;
    }

    private static ClientRun again(ClientRun before, Script script, Feeding feeding) {
        ClientRun run = new ClientRun(script, feeding);
        run.sendOnly(before);
        run.play();
        return run;
    }
}
