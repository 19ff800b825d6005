package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import java.util.Set;

/**
 * A third party that reads along, for proxies and analysers: give it what passes in either direction, and its
 * listener hears the messages.
 *
 * <p>Commands that a client has pipelined are heard when it is their turn: what their bytes are may depend on the
 * answers before them. Nothing is heard after Terminate.
 *
 * <p>Nothing is heard of a login dialogue outside of messages, nor of what follows it, as its end cannot be told;
 * nor behind a first packet of another protocol version; nor behind a TLS handshake, unless {@link #tlsEstablished}
 * says that it comes decrypted. After an exception, be it the listener's, the session is {@link Phase#FAILED} and
 * nothing more is heard. Not thread-safe.
 */
public final class SessionObserver {
    private final Conversation conversation;
    private final SessionListener listener;
    private final FrontendDecoder client;
    private final BackendDecoder server;
    private boolean encrypted;

    /** An observer of a fresh connection. */
    public SessionObserver(ProtocolLimits limits, Set<ServerQuirk> quirks, SessionListener listener) {
        this.listener = listener;
        conversation = new Conversation(limits);
        client = new FrontendDecoder(limits, quirks);
        server = new BackendDecoder(limits, quirks);
    }

    /** How far the conversation has come. */
    public Phase phase() {
        return conversation.phase();
    }

    /**
     * Takes what the client has sent.
     *
     * @throws RemoteProtocolException if one of the two has broken the rules
     */
    public void fromClient(byte[] from, int offset, int length) {
        if (hears()) {
            client.received(from, offset, length);
            observe();
        }
    }

    /** Takes what the client has sent without a copy; throws as the other does. */
    public void fromClient(Bytes chunk) {
        if (hears()) {
            client.received(chunk);
            observe();
        }
    }

    /** Takes what the server has sent; throws as {@link #fromClient(byte[], int, int)} does. */
    public void fromServer(byte[] from, int offset, int length) {
        if (hears()) {
            server.received(from, offset, length);
            observe();
        }
    }

    /** Takes what the server has sent without a copy; throws as {@link #fromClient(byte[], int, int)} does. */
    public void fromServer(Bytes chunk) {
        if (hears()) {
            server.received(chunk);
            observe();
        }
    }

    /** The client has closed, which counts when it is its turn; throws as {@link #fromClient(byte[], int, int)} does. */
    public void clientEnded() {
        if (hears()) {
            client.receivedEndOfStream();
            observe();
        }
    }

    /** The server has closed; throws as {@link #fromClient(byte[], int, int)} does, and if that broke an answer off. */
    public void serverEnded() {
        if (hears()) {
            conversation.serverEndsAt(server.consumed() + server.buffered());
            server.receivedEndOfStream();
            observe();
        }
    }

    /**
     * Says that the TLS handshake is over, and that what both sides say in it will be given to this observer.
     *
     * @throws LocalProtocolException unless the server has just accepted TLS
     * @throws RemoteProtocolException as {@link #fromClient(byte[], int, int)} does
     */
    public void tlsEstablished() {
        if (!encrypted) {
            throw new LocalProtocolException("tlsEstablished()", "is illegal in phase " + phase());
        }
        encrypted = false;
        observe();
    }

    private boolean hears() {
        return switch (phase()) {
            case RAW_AUTHENTICATION, UNSUPPORTED, CLOSED, FAILED -> false;
            default -> !encrypted;
        };
    }

    private void observe() {
        boolean done = false;
        try {
            while (hears() && (clientsTurn() || serversTurn())) {
                // each turn is a message, or an end
            }
            conversation.checkWaitingClient(client.buffered(), client.consumed());
            conversation.checkWaitingServer(server.buffered(), server.consumed());
            done = true;
        } finally {
            if (!done) {
                conversation.fail();
            }
            if (!hears()) {
                // what has not been heard yet will never be
                client.drop();
                server.drop();
            }
        }
    }

    private boolean clientsTurn() {
        if (!conversation.clientsTurn()) {
            return false;
        }
        if (client.exhausted()) {
            conversation.clientEnded();
            return true;
        }
        long begin = client.consumed();
        if (!client.next()) {
            return false;
        }
        conversation.heard(client.message(), begin);
        expectNext();
        listener.client(client.message());
        return true;
    }

    private boolean serversTurn() {
        if (server.exhausted()) {
            conversation.serverEnded();
            return true;
        }
        if (!server.next()) {
            return false;
        }
        conversation.heard(server.message(), server.consumed());
        expectNext();
        if (phase() == Phase.IDLE) {
            server.loggedIn();
        }
        encrypted = server.message().kind() == BackendKind.SSL_ACCEPTED;
        listener.server(server.message());
        return true;
    }

    /** After each message, even one that leaves a side nothing to say: copy data may end and begin again meanwhile. */
    private void expectNext() {
        client.expect(phase().fromClient());
        server.expect(phase().fromServer());
    }
}
