package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.UnsupportedStartup;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.codec.session.ServerSession;
import java.util.Optional;

/** A server to which the script is played; a client says and hears the same, and an observer reads along. */
final class ServerRun extends SessionRun<FrontendMessage, BackendMessage> {
    private final ServerSession session;
    private final ClientSession client;
    private final ReadAlong observer;
    private boolean clientFollows = true;

    ServerRun(Script script, Feeding feeding) {
        super(script, feeding);
        session = new ServerSession(script.limits(), script.quirks());
        client = new ClientSession(ProtocolLimits.DEFAULT, script.quirks());
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
    void received(Bytes chunk) {
        session.received(chunk);
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
        observer.clientEnded();
    }

    @Override
    boolean next(Feeding feeding) {
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
    Optional<Bytes> peekRaw(int count) {
        return session.peekRaw(count);
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
        byte[] bytes = wire.toByteArray();
        observer.fromServer(bytes);
        if (message.kind() == BackendKind.SSL_ACCEPTED) {
            observer.tlsEstablished();
        }
        clientFollows &= session.phase() != Phase.RAW_AUTHENTICATION;
        if (clientFollows) {
            client.received(bytes, 0, bytes.length);
            Check.that(client.next(), "the client does not hear " + message);
            Check.same(message, client.message(), "heard by the client");
            Check.same(session.phase(), client.phase(), "phase of the client");
        }
    }

    @Override
    void arrived(byte[] piece) {
        observer.fromClient(piece);
    }

    @Override
    void taken(FrontendMessage message) {
        clientFollows &= clientSays(message);
        if (clientFollows) {
            Check.same(session.phase(), client.phase(), "phase of the client");
        }
    }

    private boolean clientSays(FrontendMessage message) {
        if (!clientFollows) {
            return false;
        }
        try {
            boolean again = message.kind() == FrontendKind.SSL_REQUEST && client.phase() == Phase.SSL_SETTLED;
            client.send(message);
            Check.that(!again && !(message instanceof UnsupportedStartup), "the client says " + message);
            return true;
        } catch (LocalProtocolException e) {
            Check.that(mayRefuse(message), "the client refuses " + message);
            return false;
        }
    }

    /** What a client never says, or not in a place where only some servers read on. */
    private static boolean mayRefuse(FrontendMessage message) {
        return switch (message.kind()) {
            case GSS_ENCRYPTION_REQUEST, SSL_REQUEST, UNSUPPORTED_STARTUP, COPY_IN_DONE -> true;
            case COPY_IN_DATA -> ((CopyInData) message).data().indexOf('.', 0) >= 0;
            default -> false;
        };
    }

    @Override
    void compare() {
        observer.compare(heard(), phase());
    }
}
