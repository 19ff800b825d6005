package io.github.pgtwo.codec.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.frontend.FrontendKind;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated conversations: what is legal for the one is legal for the other, and arrives as it was sent. */
class SessionRoundTripTest {
    private static final int CONVERSATIONS = 800;
    private static final int MANY = 16;
    private static final int LONGEST = 60;

    @Test
    void eachKindOfMessageArrivesAsItWasSent() {
        Random random = new Random(2001);
        RandomConversation all = new RandomConversation(random);
        for (int i = 0; i < CONVERSATIONS; i++) {
            all.begin();
            for (int step = 0; step < LONGEST && all.say(); step++) {
                all.assertSamePhase();
            }
        }
        assertThat(all.clientSaid()).containsOnlyKeys(FrontendKind.values());
        assertThat(all.serverSaid()).containsOnlyKeys(BackendKind.values());
        assertThat(all.clientSaid().values()).allMatch(count -> count > MANY);
        assertThat(all.serverSaid().values()).allMatch(count -> count > MANY);
    }
}
