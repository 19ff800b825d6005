package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.util.Optional;
import java.util.Set;

/**
 * The server's side of one conversation, postmaster and backend in one: {@link #receive} what arrives, take
 * {@link #next} messages, and {@link #send} messages as bytes. It does no I/O, knows no time and starts no
 * thread.
 *
 * <p>Commands that a client has pipelined stay in the store until it is their turn, up to {@link
 * Limit#OUT_OF_TURN}. What crosses an error that ends all talk is dropped. A {@link
 * LocalProtocolException} leaves everything as it was; after a {@link RemoteProtocolException} the session is
 * {@link Phase#FAILED} and stays so; an ErrorResponse about that is encoded without it. Not thread-safe.
 */
public final class ServerSession {
    private final Conversation conversation;
    private final AnswerGuard answer;
    private final FrontendDecoder decoder;
    private boolean ended;

    /** A session on a fresh connection, of a server without quirks. */
    public ServerSession(ProtocolLimits limits) {
        this(limits, Set.of());
    }

    /** A session on a fresh connection, of a server with these quirks, which its client must know of. */
    public ServerSession(ProtocolLimits limits, Set<ServerQuirk> quirks) {
        answer = new AnswerGuard(quirks.contains(ServerQuirk.MESSAGES_INSIDE_COPY_OUT));
        conversation = new Conversation(limits);
        decoder = new FrontendDecoder(limits, quirks);
    }

    /** How far the conversation has come. */
    public Phase phase() {
        return conversation.phase();
    }

    /** How many bytes have arrived that have not been taken. */
    public int buffered() {
        return decoder.buffered();
    }

    /**
     * Appends a message to what is to be sent.
     *
     * @throws LocalProtocolException if it is illegal in this phase; if it accepts TLS while bytes are buffered
     *     that came in the clear (section 10), close then; if it is a request or a notice beyond the limits before the
     *     login is over, or asks for another method than before; if the client would take it for something else: a row
     *     that does not fit the RowDescription in force, copy data with a line {@code \.}, its end or an error in the
     *     middle of a line, an error among copy data where the client does not look for one
     */
    public void send(BackendMessage message, WireWriter out) {
        conversation.checkSend(message);
        checkNothingInjected(message);
        // everything that can fail comes first, so that a failure leaves the session as it was
        out.reserve(message.wireLength());
        answer.take(message, phase());
        conversation.server(message);
        message.write(out);
        decoder.expect(phase().fromClient());
    }

    /** What has come in the clear ahead of the handshake would pass for what the client says behind it. */
    private void checkNothingInjected(BackendMessage message) {
        if (message.kind() == BackendKind.SSL_ACCEPTED && decoder.buffered() > 0) {
            throw new LocalProtocolException(
                    "SslResponse", "cannot accept: the client has sent bytes ahead of the TLS handshake");
        }
    }

    /** The bytes of a message that is legal in this phase. */
    public Bytes send(BackendMessage message) {
        WireWriter out = new WireWriter(message.wireLength());
        send(message, out);
        return out.take();
    }

    /**
     * Stores a copy of what arrived; what a client says in a phase in which nobody listens any more is dropped.
     *
     * @throws RemoteProtocolException if the client has sent too much out of turn
     */
    public void received(byte[] from, int offset, int length) {
        decoder.received(from, offset, length);
        checkWaiting();
    }

    /** Takes what arrived without a copy; a message that is cut off at its end is put together in the store. */
    public void received(Bytes chunk) {
        decoder.received(chunk);
        checkWaiting();
    }

    /** Lets the source put bytes straight into the store; returns what it does, throws what {@link #received} does. */
    public <X extends Exception> int receive(ByteSource<X> source) throws X {
        int count = decoder.receive(source);
        checkWaiting();
        return count;
    }

    private void checkWaiting() {
        try {
            conversation.checkWaitingClient(decoder.buffered(), decoder.consumed());
        } catch (RemoteProtocolException e) {
            throw failed(e);
        }
    }

    /**
     * Says that the client has closed. {@link #next} reports it when it is the client's turn, as a client may have said
     * all it wants and still wait for the answer.
     */
    public void receivedEndOfStream() {
        ended = true;
        decoder.receivedEndOfStream();
    }

    /**
     * Takes the next message, if all of it has arrived and it is the client's turn.
     *
     * @return whether {@link #message} has a new message; if not, more bytes are needed, or an answer, or {@link
     *     #phase} is {@link Phase#CLOSED}
     * @throws RemoteProtocolException if the bytes are malformed, beyond the limits or illegal in this phase,
     *     or if the stream ended where it must not
     */
    public boolean next() {
        try {
            return clientsTurn() && take();
        } catch (RemoteProtocolException e) {
            throw failed(e);
        }
    }

    private RemoteProtocolException failed(RemoteProtocolException e) {
        conversation.fail();
        decoder.expect(phase().fromClient());
        return e;
    }

    /** The message that the latest successful {@link #next} took. */
    public FrontendMessage message() {
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

    /** The same without taking them; throws as {@link #takeRaw} does if the count is negative. */
    public Optional<Bytes> peekRaw(int count) {
        return decoder.peekRaw(count);
    }

    /** Says that the dialogue outside of messages is over: what comes next is a message. */
    public void rawAuthenticationEnded() {
        conversation.rawAuthenticationEnded();
        decoder.expect(phase().fromClient());
    }

    private boolean clientsTurn() {
        conversation.check(phase(), "next()");
        checkWaiting();
        if (phase() == Phase.CLOSED || !conversation.clientsTurn()) {
            return false;
        }
        if (ended && (decoder.buffered() == 0 || phase() == Phase.RAW_AUTHENTICATION)) {
            conversation.clientEnded();
        }
        return phase() != Phase.CLOSED;
    }

    private boolean take() {
        long begin = decoder.consumed();
        if (!decoder.next()) {
            return false;
        }
        conversation.heard(decoder.message(), begin);
        decoder.expect(phase().fromClient());
        return true;
    }
}
