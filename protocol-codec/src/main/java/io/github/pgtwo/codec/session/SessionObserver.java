package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.util.Set;

/**
 * A third party that reads along, for proxies and analysers: give it what passes in either direction, and its
 * listener hears the messages.
 *
 * <p>What is said in a login dialogue outside of messages is not heard, and neither is what follows it, as its
 * end cannot be told; nor what follows a TLS handshake, which is for the two of them alone. After a {@link
 * RemoteProtocolException} nothing more can be told. Not thread-safe.
 */
public final class SessionObserver {
    private final Conversation conversation = new Conversation();
    private final FrontendDecoder client;
    private final BackendDecoder server;
    private final SessionListener listener;

    /** An observer of a fresh connection. */
    public SessionObserver(ProtocolLimits limits, Set<ServerQuirk> quirks, SessionListener listener) {
        client = new FrontendDecoder(limits);
        server = new BackendDecoder(limits, quirks);
        this.listener = listener;
    }

    /** How far the conversation has come. */
    public Phase phase() {
        return conversation.phase();
    }

    /** Takes what the client has sent. */
    public void fromClient(byte[] from, int offset, int length) {
        client.received(from, offset, length);
        observe();
    }

    /** Takes what the server has sent. */
    public void fromServer(byte[] from, int offset, int length) {
        server.received(from, offset, length);
        observe();
    }

    /** The server has closed. */
    public void serverEnded() {
        server.receivedEndOfStream();
        observe();
    }

    private void observe() {
        boolean more = true;
        while (more) {
            more = conversation.clientFirst() ? fromClient() || fromServer() : fromServer() || fromClient();
        }
    }

    private boolean fromClient() {
        client.expect(phase().fromClient());
        if (!client.next()) {
            return false;
        }
        FrontendMessage message = client.message();
        check(conversation.client(message.kind()), message.kind(), client.consumed() - message.wireLength());
        listener.client(message);
        return true;
    }

    private boolean fromServer() {
        server.expect(phase().fromServer());
        if (!server.next()) {
            return false;
        }
        BackendMessage message = server.message();
        check(conversation.server(message.kind()), message.kind(), server.consumed() - message.wireLength());
        if (phase() == Phase.IDLE) {
            server.loggedIn();
        }
        listener.server(message);
        return true;
    }

    private void check(boolean legal, Object kind, long offset) {
        if (!legal) {
            throw new RemoteProtocolException(kind.toString(), "", offset, "is illegal in phase " + phase());
        }
    }
}
