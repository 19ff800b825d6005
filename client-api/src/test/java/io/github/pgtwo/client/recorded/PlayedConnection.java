package io.github.pgtwo.client.recorded;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.codec.session.SessionListener;
import io.github.pgtwo.codec.session.SessionObserver;
import io.github.pgtwo.testkit.backend.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One connection of a recording. */
final class PlayedConnection implements SessionListener {
    private final int number;
    private final String release;
    private final SessionObserver observer;
    private final List<Step> steps = new ArrayList<>();
    private Optional<CancelRequest> key = Optional.empty();
    private boolean setUp;
    private boolean leftOut;
    private boolean over;

    /** What the client said, and all that the server said to it until the client said something more. */
    record Step(FrontendMessage said, List<BackendMessage> answer) {}

    PlayedConnection(int number, String release) {
        this.number = number;
        this.release = release;
        Set<ServerQuirk> quirks = release.equals("6.4") ? Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT) : Set.of();
        observer = new SessionObserver(ProtocolLimits.DEFAULT, quirks, this);
    }

    /** The turns that it becomes. */
    List<Recording.Turn> take(Recording.Turn turn) {
        if (turn.kind() != Recording.Turn.Kind.SENT) {
            endOfStream(turn);
            return List.of(new Recording.Turn(turn.line(), number, turn.byClient(), turn.kind(), turn.bytes()));
        }
        if (turn.byClient()) {
            observer.fromClient(turn.bytes());
            return List.of(sent(turn, true, turn.bytes()));
        }
        return hear(turn);
    }

    /** An error that its server's end has cut off is one all the same. */
    private void endOfStream(Recording.Turn turn) {
        if (turn.kind() == Recording.Turn.Kind.CLOSED && !turn.byClient()) {
            try {
                observer.serverEnded();
            } catch (RemoteProtocolException e) {
                return; // in the middle of something, which then has not been said
            }
        }
    }

    private List<Recording.Turn> hear(Recording.Turn turn) {
        List<Recording.Turn> turns = new ArrayList<>();
        Bytes bytes = turn.bytes();
        int at = 0;
        while (!setUp && at < bytes.length()) {
            observer.fromServer(bytes.slice(at, at + 1));
            at++;
            if (observer.phase() == Phase.IDLE) {
                setUp = true;
                turns.add(sent(turn, false, bytes.slice(0, at)));
                setUpBehind(turn, turns);
            }
        }
        observer.fromServer(bytes.slice(at, bytes.length()));
        if (at < bytes.length() || turns.isEmpty()) {
            turns.add(sent(turn, false, turns.isEmpty() ? bytes : bytes.slice(at, bytes.length())));
        }
        return turns;
    }

    private void setUpBehind(Recording.Turn turn, List<Recording.Turn> turns) {
        for (OldServer.Exchange exchange : OldServer.setUp(release)) {
            WireWriter question = new WireWriter();
            Query.of(exchange.sql()).write(question);
            turns.add(sent(turn, true, question.take()));
            WireWriter answer = new WireWriter();
            exchange.answer().forEach(message -> message.write(answer));
            turns.add(sent(turn, false, answer.take()));
        }
    }

    private Recording.Turn sent(Recording.Turn like, boolean byClient, Bytes bytes) {
        return new Recording.Turn(like.line(), number, byClient, Recording.Turn.Kind.SENT, bytes);
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
        if (message instanceof BackendKeyData data) {
            key = Optional.of(new CancelRequest(data.processId(), data.secretKey()));
        }
        over |= endsAtFailedCall()
                && step.said().kind() == FrontendKind.FUNCTION_CALL
                && message.kind() == BackendKind.ERROR_RESPONSE;
    }

    boolean endsAtFailedCall() {
        return !release.equals("8.3");
    }

    /** What the client will not say is left out, with the answer to it. */
    void leaveOut() {
        leftOut = true;
    }

    boolean isLeftOut(Recording.Turn turn) {
        leftOut &= !turn.byClient();
        return leftOut || over;
    }

    boolean isNeverBegun() {
        return leftOut && steps.isEmpty();
    }

    boolean isBusy() {
        return observer.phase() == Phase.QUERY;
    }

    Bytes key() {
        WireWriter out = new WireWriter();
        key.ifPresent(request -> out.int32(request.processId()).int32(request.secretKey()));
        return out.take();
    }

    boolean hasKey(CancelRequest request) {
        return key.equals(Optional.of(request));
    }

    List<Step> steps() {
        return steps;
    }
}
