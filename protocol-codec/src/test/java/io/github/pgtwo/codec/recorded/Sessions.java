package io.github.pgtwo.codec.recorded;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.CodecException;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.ServerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a recording, in pieces of one size, with a session in the place of one side. */
final class Sessions {
    static final int WHOLE = Integer.MAX_VALUE;

    /** What the session has sent and taken, and the error that ended it, if any. */
    record Outcome<M>(Bytes sent, List<M> taken, Optional<CodecException> error) {
        String refusal() {
            return error.map(e -> (e instanceof LocalProtocolException ? "local: " : "remote: ") + e.getMessage())
                    .orElse("");
        }
    }

    private final Sides said;
    private final int piece;
    private final WireWriter out = new WireWriter();
    private int next;
    private int announced;

    private Sessions(Sides said, int piece) {
        this.piece = piece;
        this.said = said;
    }

    static Outcome<BackendMessage> asClient(Recording recording, Sides said, int piece) {
        List<BackendMessage> taken = new ArrayList<>();
        Sessions play = new Sessions(said, piece);
        ClientSession session = new ClientSession(ProtocolLimits.DEFAULT, recording.quirks());
        return play.outcome(taken, () -> recording.steps().forEach(step -> play.clientStep(step, session, taken)));
    }

    static Outcome<FrontendMessage> asServer(Recording recording, Sides said, int piece) {
        List<FrontendMessage> taken = new ArrayList<>();
        Sessions play = new Sessions(said, piece);
        ServerSession session = new ServerSession(ProtocolLimits.DEFAULT, recording.quirks());
        return play.outcome(taken, () -> recording.steps().forEach(step -> play.serverStep(step, session, taken)));
    }

    private <M> Outcome<M> outcome(List<M> taken, Runnable play) {
        try {
            play.run();
            return new Outcome<>(out.take(), taken, Optional.empty());
        } catch (CodecException e) {
            return new Outcome<>(out.take(), taken, Optional.of(e));
        }
    }

    private void clientStep(Step step, ClientSession session, List<BackendMessage> taken) {
        if (step.fromClient()) {
            announced += step.bytes().length();
            while (next < said.client().size() && out.length() < announced) {
                session.send(said.client().get(next++), out);
            }
            return;
        }
        feed(step, (bytes, from, length) -> {
            session.received(bytes, from, length);
            takeAll(session, taken);
        });
        if (step.kind() != Step.Kind.SENT) {
            session.receivedEndOfStream();
            takeAll(session, taken);
        }
    }

    private void feed(Step step, ByteSink<RuntimeException> session) {
        byte[] bytes = step.bytes().toByteArray();
        for (int at = 0; at < bytes.length; at += Math.min(piece, bytes.length - at)) {
            session.write(bytes, at, Math.min(piece, bytes.length - at));
        }
    }

    private static void takeAll(ClientSession session, List<BackendMessage> taken) {
        while (session.next()) {
            taken.add(session.message());
        }
    }

    private void serverStep(Step step, ServerSession session, List<FrontendMessage> taken) {
        if (step.fromClient()) {
            feed(step, (bytes, from, length) -> {
                session.received(bytes, from, length);
                takeAll(session, taken);
            });
            if (step.kind() != Step.Kind.SENT) {
                session.receivedEndOfStream();
                takeAll(session, taken);
            }
            return;
        }
        announced += step.bytes().length();
        while (next < said.server().size() && out.length() < announced) {
            session.send(said.server().get(next++), out);
            takeAll(session, taken);
        }
    }

    private static void takeAll(ServerSession session, List<FrontendMessage> taken) {
        while (session.next()) {
            taken.add(session.message());
        }
    }
}
