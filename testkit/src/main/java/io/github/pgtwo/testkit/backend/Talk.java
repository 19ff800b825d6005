package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.ServerSession;
import io.github.pgtwo.codec.trace.MessageTrace;
import io.github.pgtwo.testkit.transport.ContractPeer;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/** One connection of a scripted server; failures are AssertionErrors that tell what came. Used by one thread. */
final class Talk {
    private final ServerSession session = new ServerSession(ProtocolLimits.DEFAULT);
    private final Semaphore cancelled = new Semaphore(0);
    private final PeerInput in;
    private final PeerOutput out;
    private final CancelKeys keys;
    private Optional<FrontendMessage> first = Optional.empty();
    private Optional<AssertionError> firstFailure = Optional.empty();

    Talk(ContractPeer peer, CancelKeys keys) {
        in = new PeerInput(peer);
        out = new PeerOutput(peer);
        this.keys = keys;
    }

    static String shown(FrontendMessage message) {
        return MessageTrace.client(message);
    }

    /** Whether the connection is for nothing but a CancelRequest, which is then done; all else is left to the script. */
    boolean onlyCancels() throws IOException {
        try {
            FrontendMessage message = next();
            first = Optional.of(message);
            return message.kind() == FrontendKind.CANCEL_REQUEST;
        } catch (AssertionError e) {
            firstFailure = Optional.of(e);
        } catch (EOFException e) {
            // will be met again
        }
        return false;
    }

    void expect(Predicate<FrontendMessage> fits) throws IOException {
        FrontendMessage message = next();
        if (!fits.test(message)) {
            throw new AssertionError("came " + shown(message));
        }
    }

    private FrontendMessage next() throws IOException {
        if (firstFailure.isPresent()) {
            throw firstFailure.get();
        }
        if (first.isPresent()) {
            FrontendMessage message = first.get();
            first = Optional.empty();
            return message;
        }
        try {
            while (!session.next()) {
                in.receive(session);
            }
        } catch (RemoteProtocolException e) {
            throw new AssertionError("came what is no message: " + e.getMessage(), e);
        }
        if (session.message() instanceof CancelRequest request) {
            keys.cancel(request);
        }
        return session.message();
    }

    void expectRaw(Bytes bytes) throws IOException {
        Bytes came = raw(bytes.length());
        if (!came.equals(bytes)) {
            throw new AssertionError("came " + came);
        }
    }

    Bytes raw(int count) throws IOException {
        Optional<Bytes> bytes = session.takeRaw(count);
        while (bytes.isEmpty()) {
            in.receive(session);
            bytes = session.takeRaw(count);
        }
        return bytes.get();
    }

    void endRaw() {
        session.rawAuthenticationEnded();
    }

    void expectCancel() throws InterruptedException {
        cancelled.acquire();
    }

    void expectEnd() throws IOException {
        FrontendMessage message;
        try {
            message = next();
        } catch (EOFException e) {
            return;
        }
        throw new AssertionError("came " + shown(message));
    }

    /** Behind the end of the script: until the client closes, which it may announce. */
    void rest() throws IOException {
        try {
            expect(message -> message.kind() == FrontendKind.TERMINATE);
        } catch (EOFException e) {
            return;
        }
        in.untilEnd();
    }

    void answer(List<BackendMessage> messages) throws IOException {
        WireWriter wire = new WireWriter();
        for (BackendMessage message : messages) {
            say(message, wire);
        }
        write(wire.take());
    }

    private void say(BackendMessage message, WireWriter wire) {
        try {
            session.send(message, wire);
        } catch (LocalProtocolException e) {
            throw new AssertionError("the script is at fault, no server says that here: " + e.getMessage(), e);
        }
        if (message instanceof BackendKeyData key) {
            keys.hold(key, cancelled);
        }
    }

    void write(Bytes bytes) throws IOException {
        out.write(bytes);
    }

    void inPieces(int bytes) {
        out.inPieces(bytes);
    }

    void endAfter(int bytes, boolean reset) throws IOException {
        out.endAfter(bytes, reset);
    }

    /** Whether the script has made its own end. */
    boolean over() {
        return out.over();
    }

    /** Whether the script has ordered an end that it did not reach. */
    boolean endIsDue() {
        return out.endIsDue();
    }

    /** Where the conversation stands, for the report of a failure. */
    String state() {
        return "phase " + session.phase() + ", " + session.buffered() + " bytes not taken";
    }
}
