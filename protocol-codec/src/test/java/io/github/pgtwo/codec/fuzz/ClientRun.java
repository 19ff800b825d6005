package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.RowView;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import java.util.Optional;

/** A client to which the script is played; an observer reads along. */
final class ClientRun extends SessionRun<BackendMessage, FrontendMessage> {
    private final ClientSession session;
    private final ReadAlong observer;
    private final Values values = new Values(heard());

    ClientRun(Script script, Feeding feeding) {
        super(script, feeding);
        session = new ClientSession(script.limits(), script.quirks());
        observer = new ReadAlong(script, false);
        if (feeding == Feeding.VALUES) {
            // an observer hears rows, and only within the limits
            observer.leave();
        }
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
        observer.serverEnded();
    }

    @Override
    boolean next(Feeding feeding) {
        return switch (feeding) {
            case VISITED -> session.next(this::visit);
            case VALUES -> session.next(values);
            case DATA -> session.next(heard()::addData);
            default -> session.next();
        };
    }

    private void visit(RowView row) {
        heard().add(row.binary() ? new BinaryRow(row.toData()) : new AsciiRow(row.toData()));
    }

    @Override
    BackendMessage message() {
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
    FrontendMessage toSend(Script script) {
        return script.oneOf(Samples.CLIENT);
    }

    @Override
    BackendMessage toReceive(Script script) {
        return script.oneOf(Samples.SERVER);
    }

    @Override
    void send(FrontendMessage message, WireWriter out) {
        // an observer hears what is sent ahead of its turn only later, and nothing that a server drops
        boolean ahead = session.unanswered() > 0 && session.phase() != Phase.COPY_IN;
        boolean dropped = session.phase() == Phase.CLOSING;
        session.send(message, out);
        if (ahead || dropped) {
            observer.leave();
        }
    }

    @Override
    Bytes encode(BackendMessage message) {
        return message.encode();
    }

    @Override
    void sent(FrontendMessage message, Bytes wire) {
        observer.fromClient(wire.toByteArray());
    }

    @Override
    void arrived(byte[] piece) {
        observer.fromServer(piece);
    }

    @Override
    void taken(BackendMessage message) {
        if (message.kind() == BackendKind.SSL_ACCEPTED) {
            observer.tlsEstablished();
        }
    }

    @Override
    void compare() {
        if (heard().error().startsWith("SslResponse") && heard().error().contains("behind it")) {
            // an observer cannot tell what came through TLS
            observer.leave();
        }
        observer.compare(heard(), phase());
    }
}
