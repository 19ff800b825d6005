package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.codec.session.ServerSession;
import java.util.Optional;

/** A server to which the script is played; a client says and hears the same, and an observer reads along. */
final class ServerRun extends SessionRun<FrontendMessage, BackendMessage> {
    private final ServerSession session;
    private final ClientSession client = new ClientSession(ProtocolLimits.DEFAULT);
    private final ReadAlong observer;
    private boolean rows;
    private boolean clientFollows = true;

    ServerRun(Script script, Feeding feeding) {
        super(script, feeding);
        session = new ServerSession(script.limits());
        observer = new ReadAlong(script, true);
    }

    @Override
    Phase phase() {
        return session.phase();
    }

    @Override
    int buffered() {
        return session.buffered();
    }

    @Override
    void received(byte[] from, int offset, int length) {
        session.received(from, offset, length);
    }

    @Override
    int receive(ByteSource<RuntimeException> source) {
        return session.receive(source);
    }

    @Override
    void receivedEndOfStream() {
        session.receivedEndOfStream();
        clientFollows = false;
        observer.leave();
    }

    @Override
    boolean next(boolean visited) {
        return session.next();
    }

    @Override
    FrontendMessage message() {
        return session.message();
    }

    @Override
    Optional<Bytes> takeRaw(int count) {
        return session.takeRaw(count);
    }

    @Override
    void rawAuthenticationEnded() {
        session.rawAuthenticationEnded();
    }

    @Override
    BackendMessage toSend(Script script) {
        return script.oneOf(Samples.SERVER);
    }

    @Override
    FrontendMessage toReceive(Script script) {
        return script.oneOf(Samples.CLIENT);
    }

    @Override
    void send(BackendMessage message, WireWriter out) {
        session.send(message, out);
    }

    @Override
    Bytes encode(FrontendMessage message) {
        return message.encode();
    }

    @Override
    void sent(BackendMessage message, Bytes wire) {
        if (untold(message)) {
            clientFollows = false;
            observer.leave();
        }
        byte[] bytes = wire.toByteArray();
        observer.fromServer(bytes);
        clientFollows &= session.phase() != Phase.RAW_AUTHENTICATION;
        if (clientFollows) {
            client.received(bytes, 0, bytes.length);
            Check.that(client.next(), "the client does not hear " + message);
            Check.same(message, client.message(), "heard by the client");
            Check.same(session.phase(), client.phase(), "phase of the client");
        }
    }

    /** Rows without their description, and errors amidst of copy data: the session knows no layouts. */
    private boolean untold(BackendMessage message) {
        BackendKind kind = message.kind();
        boolean row = kind == BackendKind.ASCII_ROW || kind == BackendKind.BINARY_ROW;
        boolean untold =
                (row && !rows) || (kind == BackendKind.ERROR_RESPONSE && session.phase() == Phase.QUERY_FAILED);
        switch (kind) {
            case ROW_DESCRIPTION -> rows = true;
            case COMPLETED_RESPONSE, EMPTY_QUERY_RESPONSE, ERROR_RESPONSE, READY_FOR_QUERY -> rows = false;
            default -> {}
        }
        return untold;
    }

    @Override
    void arrived(byte[] piece) {
        observer.fromClient(piece);
    }

    @Override
    void taken(FrontendMessage message) {
        if (clientFollows) {
            client.send(message);
            Check.same(session.phase(), client.phase(), "phase of the client");
        }
    }

    @Override
    void compare() {
        observer.compare(heard(), phase());
    }
}
