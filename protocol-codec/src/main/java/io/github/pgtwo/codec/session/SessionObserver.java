package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendDecoder;
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
 * <p>What is said in a login dialogue outside of messages is not heard, and neither is what follows it, as its
 * end cannot be told; nor what follows a TLS handshake, which is for the two of them alone. After a {@link
 * RemoteProtocolException} nothing more can be told. Not thread-safe.
 */
public final class SessionObserver {
    private final Conversation conversation;
    private final FrontendDecoder client;
    private final BackendDecoder server;
    private final SessionListener listener;
    private final int mostBuffered;

    /** An observer of a fresh connection. */
    public SessionObserver(ProtocolLimits limits, Set<ServerQuirk> quirks, SessionListener listener) {
        conversation = new Conversation(limits);
        client = new FrontendDecoder(limits);
        server = new BackendDecoder(limits, quirks);
        this.listener = listener;
        mostBuffered = limits.get(Limit.MESSAGE);
    }

    /** How far the conversation has come. */
    public Phase phase() {
        return conversation.phase();
    }

    /** Takes what the client has sent. */
    public void fromClient(byte[] from, int offset, int length) {
        if (hears()) {
            client.received(from, offset, length);
            observe();
            checkStore(client.buffered(), client.consumed());
        }
    }

    /** Takes what the server has sent. */
    public void fromServer(byte[] from, int offset, int length) {
        if (hears()) {
            server.received(from, offset, length);
            observe();
            checkStore(server.buffered(), server.consumed());
        }
    }

    private boolean hears() {
        return phase() != Phase.CLOSED && phase() != Phase.RAW_AUTHENTICATION;
    }

    /** What waits for its turn must not grow without end. */
    private void checkStore(int buffered, long consumed) {
        if (buffered > mostBuffered) {
            throw new RemoteProtocolException(
                    "Stream", "", consumed, "has sent more than " + mostBuffered + " bytes out of turn");
        }
    }

    /** The server has closed. */
    public void serverEnded() {
        server.receivedEndOfStream();
        observe();
    }

    private void observe() {
        boolean more = true;
        while (more && phase() != Phase.CLOSED) {
            more = (conversation.clientFirst() && fromClient()) || fromServer();
        }
    }

    private boolean fromClient() {
        client.expect(phase().fromClient());
        if (!client.next()) {
            return false;
        }
        conversation.heard(client.message(), client.consumed());
        listener.client(client.message());
        return true;
    }

    private boolean fromServer() {
        server.expect(phase().fromServer());
        if (!server.next()) {
            return false;
        }
        conversation.heard(server.message(), server.consumed());
        if (phase() == Phase.IDLE) {
            server.loggedIn();
        }
        listener.server(server.message());
        return true;
    }
}
