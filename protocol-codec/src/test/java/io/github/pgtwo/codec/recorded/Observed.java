package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.session.SessionListener;
import io.github.pgtwo.codec.session.SessionObserver;

/** Plays a recording to an observer. */
final class Observed {
    private final SessionObserver observer;
    private final Cuts cuts;
    private final Progress progress;
    private int client;
    private int server;

    /** Where the bytes of a side are cut; places count from the beginning of all that it sends. */
    @FunctionalInterface
    interface Cuts {
        Cuts NONE = (client, step, at) -> Integer.MAX_VALUE;

        /** The next place behind another one, in or behind the step that begins at the place given first. */
        int after(boolean client, int step, int at);
    }

    /** Is told how long each piece was, when all that can be heard by then has been heard. */
    @FunctionalInterface
    interface Progress {
        void fed(boolean client, int bytes);
    }

    private Observed(SessionObserver observer, Cuts cuts, Progress progress) {
        this.observer = observer;
        this.cuts = cuts;
        this.progress = progress;
    }

    static void play(Recording recording, SessionListener listener) {
        play(recording, Cuts.NONE, listener, (client, bytes) -> {});
    }

    static void play(Recording recording, Cuts cuts, SessionListener listener, Progress progress) {
        SessionObserver observer = new SessionObserver(ProtocolLimits.DEFAULT, recording.quirks(), listener);
        Observed play = new Observed(observer, cuts, progress);
        for (Step step : recording.steps()) {
            step.bytes().writeTo((bytes, offset, length) -> play.step(step.fromClient(), bytes, offset, length));
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

    private void step(boolean fromClient, byte[] bytes, int offset, int length) {
        int step = fromClient ? client : server;
        int end = step + length;
        for (int at = step; at < end; ) {
            int to = Math.min(cuts.after(fromClient, step, at), end);
            feed(fromClient, bytes, offset + at - step, to - at);
            progress.fed(fromClient, to - at);
            at = to;
        }
        if (fromClient) {
            client = end;
        } else {
            server = end;
        }
    }

    private void feed(boolean fromClient, byte[] bytes, int offset, int length) {
        if (fromClient) {
            observer.fromClient(bytes, offset, length);
        } else {
            observer.fromServer(bytes, offset, length);
        }
    }
}
