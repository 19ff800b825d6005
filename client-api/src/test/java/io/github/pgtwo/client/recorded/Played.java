package io.github.pgtwo.client.recorded;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.codec.session.SessionListener;
import io.github.pgtwo.codec.session.SessionObserver;
import io.github.pgtwo.testkit.backend.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A recording on one connection as pgtwo's client will play it: what the client asks behind the login is put in, and
 * what was said is read into messages. Texts that 6.4 would cut off, which the client refuses, are left out.
 */
final class Played implements SessionListener {
    private static final int LONGEST_6_4 = 8193;

    private final List<Step> steps = new ArrayList<>();
    private final List<Recording.Turn> turns = new ArrayList<>();
    private final SessionObserver observer;
    private final boolean endsAtFailedCall;
    private boolean setUp;
    private boolean unsayable;
    private boolean over;

    /** What the client said, and all that the server said to it. */
    record Step(FrontendMessage said, List<BackendMessage> answer) {}

    private Played(String release) {
        Set<ServerQuirk> quirks = release.equals("6.4") ? Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT) : Set.of();
        endsAtFailedCall = !release.equals("8.3");
        observer = new SessionObserver(ProtocolLimits.DEFAULT, quirks, this);
    }

    static Played of(Recording recording, String release) {
        Played played = new Played(release);
        for (Recording.Turn turn : recording.turns()) {
            if (!played.over) {
                played.take(turn, release);
            }
        }
        return played;
    }

    private void take(Recording.Turn turn, String release) {
        if (turn.kind() != Recording.Turn.Kind.SENT) {
            turns.add(turn);
            return;
        }
        if (turn.byClient()) {
            unsayable = release.equals("6.4") && turn.bytes().length() > LONGEST_6_4;
        }
        if (unsayable) {
            return;
        }
        if (turn.byClient()) {
            observer.fromClient(turn.bytes());
            turns.add(turn);
        } else {
            hear(turn, release);
        }
    }

    private void hear(Recording.Turn turn, String release) {
        Bytes bytes = turn.bytes();
        int at = 0;
        while (!setUp && at < bytes.length()) {
            observer.fromServer(bytes.slice(at, at + 1));
            at++;
            if (observer.phase() == Phase.IDLE) {
                setUp = true;
                turns.add(turn(turn, false, bytes.slice(0, at)));
                setUpBehind(turn, release);
            }
        }
        observer.fromServer(bytes.slice(at, bytes.length()));
        if (at < bytes.length() || !setUp) {
            turns.add(turn(turn, false, setUp ? bytes.slice(at, bytes.length()) : bytes));
        }
    }

    private void setUpBehind(Recording.Turn turn, String release) {
        for (OldServer.Exchange exchange : OldServer.setUp(release)) {
            WireWriter question = new WireWriter();
            Query.of(exchange.sql()).write(question);
            turns.add(turn(turn, true, question.take()));
            WireWriter answer = new WireWriter();
            exchange.answer().forEach(message -> message.write(answer));
            turns.add(turn(turn, false, answer.take()));
        }
    }

    private static Recording.Turn turn(Recording.Turn like, boolean byClient, Bytes bytes) {
        return new Recording.Turn(like.line(), like.connection(), byClient, Recording.Turn.Kind.SENT, bytes);
    }

    @Override
    public void client(FrontendMessage message) {
        steps.add(new Step(message, new ArrayList<>()));
    }

    /** Where a call that is not known to be right fails, the client of an old server closes. */
    @Override
    public void server(BackendMessage message) {
        Step step = steps.get(steps.size() - 1);
        step.answer().add(message);
        over |= endsAtFailedCall
                && step.said().kind() == FrontendKind.FUNCTION_CALL
                && message.kind() == BackendKind.ERROR_RESPONSE;
    }

    boolean endsAtFailedCall() {
        return endsAtFailedCall;
    }

    /** Whether several queries were sent at once. */
    boolean pipelined() {
        return turns.stream()
                .filter(turn -> turn.byClient()
                        && turn.bytes().length() > 0
                        && turn.bytes().at(0) == 'Q')
                .anyMatch(turn -> turn.bytes().indexOf(0) + 1 < turn.bytes().length());
    }

    List<Step> steps() {
        return steps;
    }

    Recording recording(String name) {
        return new Recording(name, turns);
    }
}
