package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.RemoteProtocolException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reads along hears what the independent decoder of the recordings has written down. */
class ObserverReplayTest {
    static List<Recording> recordings() {
        return Recordings.all();
    }

    @Test
    void nothingIsMissing() {
        assertThat(recordings()).hasSize(607);
        assertThat(recordings().stream().mapToInt(Recording::length).sum()).isEqualTo(2_731_447);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void hearsTheRecordedListing(Recording recording) {
        Transcript transcript = new Transcript();
        if (Oddities.refusal(recording).isEmpty()) {
            Observed.play(recording, transcript);
        } else {
            assertThatThrownBy(() -> Observed.play(recording, transcript))
                    .isInstanceOf(RemoteProtocolException.class)
                    .hasMessage(Oddities.refusal(recording));
        }
        assertThat(Listing.of(transcript.messages())).isEqualTo(Oddities.expected(recording));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whatWasHeardIsWrittenAsItWas(Recording recording) {
        Sides sides = Sides.of(recording);
        if (!Oddities.unsupported(recording)) {
            assertThat(sides.clientWire().equals(recording.sent(true)))
                    .as("the client's bytes")
                    .isEqualTo(!Oddities.cutShort(recording) && !Oddities.padded(recording));
        }
        assertBegins(recording.sent(false), sides.serverWire());
        if (!Oddities.padded(recording)) {
            assertBegins(recording.sent(true), sides.clientWire());
        }
        if (!Oddities.cutShort(recording)) {
            assertThat(sides.serverWire()).isEqualTo(recording.sent(false));
        }
    }

    private static void assertBegins(Bytes recorded, Bytes written) {
        assertThat(recorded.slice(0, written.length())).isEqualTo(written);
    }
}
