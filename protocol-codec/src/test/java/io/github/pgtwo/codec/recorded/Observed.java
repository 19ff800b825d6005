package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.session.SessionListener;
import io.github.pgtwo.codec.session.SessionObserver;
import java.util.List;

/** Plays a recording to an observer. */
final class Observed {
    private Observed() {}

    /** Where a step of so many bytes is cut. */
    @FunctionalInterface
    interface Cuts {
        Cuts NONE = length -> new int[0];

        /** Ascending places, each within 1 and the length. */
        int[] of(int length);
    }

    static List<Object> messages(Recording recording, Cuts cuts) {
        Transcript transcript = new Transcript();
        play(recording, cuts, transcript);
        return transcript.messages();
    }

    static void play(Recording recording, Cuts cuts, SessionListener listener) {
        SessionObserver observer = new SessionObserver(ProtocolLimits.DEFAULT, recording.quirks(), listener);
        for (Step step : recording.steps()) {
            play(step, cuts, observer);
            if (step.kind() != Step.Kind.SENT && !step.fromClient()) {
                assertThat(ended(observer)).as(recording.toString()).isEqualTo(Oddities.brokenOff(recording));
            }
        }
    }

    private static String ended(SessionObserver observer) {
        try {
            observer.serverEnded();
            return "";
        } catch (RemoteProtocolException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void play(Step step, Cuts cuts, SessionObserver observer) {
        byte[] bytes = step.bytes().toByteArray();
        int from = 0;
        for (int cut : cuts.of(bytes.length)) {
            feed(observer, step, bytes, from, cut);
            from = cut;
        }
        feed(observer, step, bytes, from, bytes.length);
    }

    private static void feed(SessionObserver observer, Step step, byte[] bytes, int from, int to) {
        if (step.fromClient()) {
            observer.fromClient(bytes, from, to - from);
        } else {
            observer.fromServer(bytes, from, to - from);
        }
    }
}
