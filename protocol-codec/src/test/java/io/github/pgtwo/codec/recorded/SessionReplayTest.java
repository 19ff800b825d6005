package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendDecoder.Expected;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session in the place of either side says and takes what was said and taken then. */
class SessionReplayTest {
    static List<Recording> conversations() {
        return Recordings.all().stream()
                .filter(recording -> !Oddities.raw(recording))
                .toList();
    }

    static List<Recording> understoodClients() {
        return conversations().stream()
                .filter(recording -> !Oddities.clientTalksGarbage(recording) && !Oddities.unsupported(recording))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("understoodClients")
    void asTheClient(Recording recording) {
        Sides said = Sides.of(recording);
        int heard = said.clientWire().length();
        if (Oddities.unheard(recording) > 0) {
            said.addUnheard(recording, recording.scenario().startsWith("15") ? Expected.COPY_DATA : Expected.COMMAND);
        }
        Sessions.Outcome<BackendMessage> outcome = Sessions.asClient(recording, said, Sessions.WHOLE);
        assertThat(outcome.refusal()).isEqualTo(ClientOutcomes.of(recording));
        boolean refused =
                outcome.refusal().startsWith("local") || outcome.refusal().endsWith("FUNCTION");
        if (refused) {
            int sent = ClientOutcomes.endsCopyEarly(recording) ? outcome.sent().length() : heard;
            assertThat(outcome.sent()).isEqualTo(said.clientWire().slice(0, sent));
        } else {
            assertThat(outcome.sent()).isEqualTo(said.clientWire());
            assertThat(outcome.taken()).isEqualTo(said.server());
        }
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void asTheServer(Recording recording) {
        Sides said = Sides.of(recording);
        Sessions.Outcome<FrontendMessage> outcome = Sessions.asServer(recording, said, Sessions.WHOLE);
        String garbage = Oddities.clientTalksGarbage(recording) ? "remote: " + Oddities.refusal(recording) : "";
        assertThat(outcome.refusal()).isEqualTo(garbage);
        assertThat(outcome.taken()).isEqualTo(said.client());
        assertThat(outcome.sent()).isEqualTo(said.serverWire());
    }

    @Test
    void everyExpectedOutcomeIsThatOfARecording() {
        List<String> names =
                understoodClients().stream().map(Recording::toString).toList();
        assertThat(names).containsAll(ClientOutcomes.all().keySet());
    }
}
