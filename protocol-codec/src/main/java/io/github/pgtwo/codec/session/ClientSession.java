package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.ValueSink;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.DeclaredRequests;
import io.github.pgtwo.codec.backend.RowVisitor;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.util.Optional;
import java.util.Set;

/**
 * The client's side of one conversation: {@link #receive} what arrives, take {@link #next} messages, and {@link
 * #send} messages as bytes. It does no I/O, knows no time and starts no thread.
 *
 * <p>Take all messages that have arrived before sending the next command; what is left would be judged as if it
 * were the answer. A {@link LocalProtocolException} leaves everything as it was; after a {@link
 * RemoteProtocolException} the session is {@link Phase#FAILED} and stays so. Not thread-safe.
 *
 * <p>Terminate may be sent before all commands are answered: the answers still come, and then the session is closed.
 * When the server has accepted TLS, nothing may have arrived behind its answer, which {@link #next} makes sure (section
 * 10); what is received from then on must have come through TLS.
 */
public final class ClientSession {
    private final Conversation conversation;
    private final CopyInGuard copyIn = new CopyInGuard();
    private final BackendDecoder decoder;
    private boolean ended;

    /** A session on a fresh connection to a server without quirks. */
    public ClientSession(ProtocolLimits limits) {
        this(limits, Set.of());
    }

    /** A session on a fresh connection to a server with these quirks. */
    public ClientSession(ProtocolLimits limits, Set<ServerQuirk> quirks) {
        this(limits, quirks, DeclaredRequests.NONE);
    }

    /** The same to a server that may also ask for what is declared, which is answered by a PasswordPacket. */
    public ClientSession(ProtocolLimits limits, Set<ServerQuirk> quirks, DeclaredRequests declared) {
        conversation = new Conversation(limits);
        decoder = new BackendDecoder(limits, quirks, declared);
    }

    /**
     * Says which quirks the server has, which a client may learn only after the login.
     *
     * @throws LocalProtocolException if a command is unanswered
     */
    public void quirks(Set<ServerQuirk> quirks) {
        if (unanswered() > 0) {
            throw new LocalProtocolException("ServerQuirk", "is learnt in the middle of an answer");
        }
        decoder.quirks(quirks);
    }

    /** How far the conversation has come. */
    public Phase phase() {
        return conversation.phase();
    }

    /** How many commands have been sent whose ReadyForQuery has not come; more than one if they are pipelined. */
    public int unanswered() {
        return conversation.unanswered();
    }

    /** How many bytes have arrived that have not been taken. */
    public int buffered() {
        return decoder.buffered();
    }

    /**
     * Appends a message to what is to be sent.
     *
     * @throws LocalProtocolException if it is illegal in this phase, or would end copy data early: an unescaped
     *     {@code \.} in CopyInData, CopyInDone in the middle of a line
     */
    public void send(FrontendMessage message, WireWriter out) {
        conversation.checkSend(message);
        // everything that can fail comes first, so that a failure leaves the session as it was
        out.reserve(message.wireLength());
        moveOn(message);
        message.write(out);
    }

    /**
     * Hands copy data to a sink without a copy, in one call; nothing may wait to be sent before it. The sink may call
     * {@link #receive} and {@link #next}.
     *
     * @throws LocalProtocolException as {@link #send(FrontendMessage, WireWriter)} does
     */
    public <X extends Exception> void send(CopyInData data, ByteSink<X> sink) throws X {
        conversation.checkSend(data);
        moveOn(data);
        data.data().writeTo(sink);
    }

    private void moveOn(FrontendMessage message) {
        copyIn.take(message);
        conversation.client(message.kind());
        decoder.expect(phase().fromServer());
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

    /** Takes what arrived without a copy; a message that is cut off at its end is put together in the store. */
    public void received(Bytes chunk) {
        decoder.received(chunk);
    }

    /** Lets the source put bytes straight into the store; returns what the source returned. */
    public <X extends Exception> int receive(ByteSource<X> source) throws X {
        return decoder.receive(source);
    }

    /** Says that the server has closed; {@link #next} reports it in its turn. */
    public void receivedEndOfStream() {
        ended = true;
        conversation.serverEndsAt(decoder.consumed() + decoder.buffered());
        decoder.receivedEndOfStream();
    }

    /**
     * Takes the next message, if all of it has arrived. In a dialogue outside of messages there is none; at the end
     * of the stream, the bytes of such a dialogue that were not taken are lost.
     *
     * @return whether {@link #message} has a new message; if not, more bytes are needed, or {@link #phase}
     *     is {@link Phase#CLOSED}
     * @throws RemoteProtocolException if the bytes are malformed, beyond the limits or illegal in this phase,
     *     or if the stream ended where it must not
     */
    public boolean next() {
        try {
            return open() && took(decoder.next());
        } catch (RemoteProtocolException e) {
            throw conversation.failed(e);
        }
    }

    /** The same, if it is no row; shows the rows before it to the visitor, without making an object of any. */
    public boolean next(RowVisitor visitor) {
        try {
            return open() && took(decoder.next(visitor));
        } catch (RemoteProtocolException e) {
            throw conversation.failed(e);
        }
    }

    /**
     * The same, if it is no row; hands the values of the rows before it to the sink in pieces, as they arrive. A row
     * that has begun in this way has to be ended in it.
     */
    public boolean next(ValueSink sink) {
        try {
            return open() && took(decoder.next(sink));
        } catch (RemoteProtocolException e) {
            throw conversation.failed(e);
        }
    }

    /**
     * The same, if it is no copy data; hands the data before it to the sink, as {@link BackendDecoder#next(ByteSink)}
     * does: where it lies, so that the sink must neither change the array nor call the session.
     */
    public <X extends Exception> boolean next(ByteSink<X> sink) throws X {
        try {
            return open() && took(decoder.next(sink));
        } catch (RemoteProtocolException e) {
            throw conversation.failed(e);
        }
    }

    /** The message that the latest successful {@link #next} took. */
    public BackendMessage message() {
        return decoder.message();
    }

    /**
     * The next bytes of a dialogue outside of messages, if so many have arrived.
     *
     * @throws LocalProtocolException if the count is negative
     */
    public Optional<Bytes> takeRaw(int count) {
        return decoder.takeRaw(count);
    }

    /**
     * The same without taking them. A server may say {@code E} where the dialogue wants its next byte (section 4.5):
     * leave that byte and call {@link #rawAuthenticationEnded}, and it begins an ErrorResponse.
     */
    public Optional<Bytes> peekRaw(int count) {
        return decoder.peekRaw(count);
    }

    /** Says that the dialogue outside of messages is over: what comes next is a message. */
    public void rawAuthenticationEnded() {
        conversation.rawAuthenticationEnded();
        decoder.expect(phase().fromServer());
    }

    private boolean open() {
        conversation.check(phase(), "next()");
        if (phase() == Phase.CLOSED) {
            return false;
        }
        if (decoder.exhausted() || (ended && phase() == Phase.RAW_AUTHENTICATION)) {
            conversation.serverEnded();
        }
        return phase() != Phase.CLOSED;
    }

    private boolean took(boolean found) {
        if (!found) {
            conversation.checkWaitingServer(decoder.buffered(), decoder.consumed());
            return false;
        }
        BackendMessage message = decoder.message();
        conversation.heard(message, decoder.consumed());
        switch (message.kind()) {
            case COPY_IN_RESPONSE -> copyIn.begin();
            case SSL_ACCEPTED -> conversation.checkNothingInjected(decoder.buffered(), decoder.consumed());
            default -> {}
        }
        decoder.expect(phase().fromServer());
        if (phase() == Phase.IDLE) {
            decoder.loggedIn();
        }
        return true;
    }
}
