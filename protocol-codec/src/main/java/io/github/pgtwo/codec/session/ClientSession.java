package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;

/**
 * The client's side of one conversation: {@link #receive} what arrives, take {@link #next} messages, and {@link
 * #send} messages as bytes. It does no I/O, knows no time and starts no thread.
 *
 * <p>A {@link LocalProtocolException} leaves everything as it was; after a {@link RemoteProtocolException} the
 * session is {@link Phase#FAILED} and stays so. Not thread-safe.
 */
public final class ClientSession {
    private final BackendDecoder decoder;
    private Phase phase = Phase.CONNECTED;

    /** A session on a fresh connection. */
    public ClientSession(ProtocolLimits limits) {
        decoder = new BackendDecoder(limits);
    }

    /** How far the conversation has come. */
    public Phase phase() {
        return phase;
    }

    /** Appends a message to what is to be sent; throws if it is illegal in this phase. */
    public void send(FrontendMessage message, WireWriter out) {
        Phase next = Transitions.after(phase, message.kind());
        if (next == Phase.FAILED) {
            throw new LocalProtocolException(message.kind().toString(), "is illegal in phase " + phase);
        }
        message.write(out.reserve(message.wireLength()));
        phase = next;
    }

    /** The bytes of a message that is legal in this phase. */
    public Bytes send(FrontendMessage message) {
        WireWriter out = new WireWriter(message.wireLength());
        send(message, out);
        return out.take();
    }

    /** Stores a copy of what arrived. */
    public void received(byte[] from, int offset, int length) {
        decoder.received(from, offset, length);
    }

    /** Lets the source put bytes straight into the store; returns what the source returned. */
    public <X extends Exception> int receive(ByteSource<X> source) throws X {
        return decoder.receive(source);
    }

    /** Says that the server has closed; {@link #next} reports it in its turn. */
    public void receivedEndOfStream() {
        decoder.receivedEndOfStream();
    }

    /**
     * Takes the next message, if all of it has arrived.
     *
     * @return whether {@link #message} has a new message; if not, more bytes are needed, or {@link #phase}
     *     is {@link Phase#CLOSED}
     * @throws RemoteProtocolException if the bytes are malformed, beyond the limits or illegal in this phase,
     *     or if the stream ended where it must not
     */
    public boolean next() {
        if (phase == Phase.CLOSED) {
            return false;
        }
        if (phase == Phase.FAILED) {
            throw new LocalProtocolException("next()", "is illegal in phase " + phase);
        }
        try {
            return advance();
        } catch (RemoteProtocolException e) {
            phase = Phase.FAILED;
            throw e;
        }
    }

    /** The message that the latest successful {@link #next} took. */
    public BackendMessage message() {
        return decoder.message();
    }

    private boolean advance() {
        if (decoder.exhausted()) {
            phase = check(Transitions.afterEnd(phase), "End", decoder.consumed());
            return false;
        }
        long begin = decoder.consumed();
        if (!decoder.next()) {
            return false;
        }
        var kind = decoder.message().kind();
        phase = check(Transitions.after(phase, kind), kind.toString(), begin);
        return true;
    }

    private Phase check(Phase next, String event, long offset) {
        if (next == Phase.FAILED) {
            throw new RemoteProtocolException(event, "", offset, "is illegal in phase " + phase);
        }
        return next;
    }
}
