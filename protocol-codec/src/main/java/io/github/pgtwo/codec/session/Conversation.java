package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;

/** Where a conversation stands, moved by the messages of both sides. What every kind of session shares. */
final class Conversation {
    private final LoginGuard login;
    private final int mostAhead;
    private final long mostUnasked;
    private Phase phase = Phase.CONNECTED;
    private int unanswered;
    private boolean leaving;
    private long serverEnd = Long.MAX_VALUE;

    Conversation(ProtocolLimits limits) {
        login = new LoginGuard(limits);
        mostAhead = limits.get(Limit.OUT_OF_TURN);
        mostUnasked = (long) mostAhead + limits.get(Limit.TEXT);
    }

    Phase phase() {
        return phase;
    }

    /** How many queries have been sent whose ReadyForQuery has not come. */
    int unanswered() {
        return unanswered;
    }

    /** Whether what the client says next does not depend on what the server has still to say. */
    boolean clientFirst() {
        return unanswered == 0 || phase == Phase.COPY_IN || phase == Phase.COPY_FAILED;
    }

    /** Whether what the client's bytes are is known by now. */
    boolean clientsTurn() {
        return clientFirst() && phase.fromClient() != FrontendDecoder.Expected.NOTHING;
    }

    /** Refuses a client that sends too much while it is not its turn. */
    void checkWaitingClient(int buffered, long consumed) {
        if (buffered > mostAhead && !clientsTurn()) {
            throw outOfTurn(consumed, mostAhead);
        }
    }

    /** Refuses a server that sends too much of what cannot be legal: only texts are short enough without a command. */
    void checkWaitingServer(int buffered, long consumed) {
        if (buffered > mostUnasked && (clientFirst() || phase == Phase.COPY_IN_ENDED)) {
            throw outOfTurn(consumed, mostUnasked);
        }
    }

    /** What comes in the clear behind the answer would pass for what the server says behind the handshake. */
    void checkNothingInjected(int buffered, long consumed) {
        if (buffered > 0) {
            throw wrong("SslResponse", consumed - 1, "has bytes behind it that no TLS handshake protects");
        }
    }

    private static RemoteProtocolException outOfTurn(long consumed, long most) {
        return wrong("Stream", consumed, "has more than " + most + " bytes out of turn");
    }

    /** Refuses what the caller must not say as a client now. */
    void checkSend(FrontendMessage message) {
        boolean never = leaving || isUnwise(message.kind());
        check(
                never ? Phase.FAILED : Transitions.after(phase, message.kind()),
                message.kind().messageName());
    }

    /** What has its place in the table, since servers meet it, but is of no use to a client of ours. */
    private boolean isUnwise(FrontendKind kind) {
        return switch (kind) {
            case GSS_ENCRYPTION_REQUEST, UNSUPPORTED_STARTUP -> true;
            case SSL_REQUEST -> phase == Phase.SSL_SETTLED;
            default -> false;
        };
    }

    /** Refuses what the caller must not say as a server now. */
    void checkSend(BackendMessage message) {
        check(Transitions.after(phase, message.kind()), message.kind().messageName());
        String objection = login.objection(message);
        if (!objection.isEmpty()) {
            throw new LocalProtocolException(message.kind().messageName(), objection);
        }
    }

    /** Refuses a call that does not belong to this phase. */
    void check(Phase next, String what) {
        if (next == Phase.FAILED) {
            throw new LocalProtocolException(what, "is illegal in phase " + phase);
        }
    }

    /** Takes what the client has said; it began behind so many bytes, and may have been longer than we would write it. */
    void heard(FrontendMessage message, long begin) {
        if (Transitions.after(phase, message.kind()) == Phase.FAILED) {
            throw illegal(message.kind().messageName(), begin);
        }
        client(message.kind());
    }

    /** Takes what the server has said; the bytes of its stream up to the message's end have been consumed. */
    void heard(BackendMessage message, long consumed) {
        Phase next = Transitions.after(phase, message.kind());
        if (next == Phase.FAILED) {
            throw illegal(message.kind().messageName(), consumed - message.wireLength());
        }
        String objection = login.objection(message);
        if (!objection.isEmpty()) {
            throw wrong(message.kind().messageName(), consumed - message.wireLength(), objection);
        }
        server(message, next);
    }

    private RemoteProtocolException illegal(String name, long offset) {
        return wrong(name, offset, "is illegal in phase " + phase);
    }

    private static RemoteProtocolException wrong(String name, long offset, String problem) {
        return new RemoteProtocolException(name, "", offset, problem);
    }

    /** Moves with a message of the client that is legal. */
    void client(FrontendKind kind) {
        phase = Transitions.after(phase, kind);
        switch (kind) {
            case QUERY, FUNCTION_CALL -> unanswered++;
            // what was asked before is still answered
            case TERMINATE -> leaving = true;
            default -> {}
        }
    }

    /** Moves with a message of the server that is legal. */
    void server(BackendMessage message) {
        server(message, Transitions.after(phase, message.kind()));
    }

    private void server(BackendMessage message, Phase next) {
        login.take(message);
        phase = switch (next) {
            case IDLE -> message.kind() == BackendKind.READY_FOR_QUERY ? ready() : next;
            // the server takes what was sent behind this query for copy data
            case COPY_IN -> unanswered > 1 || leaving ? Phase.COPY_FAILED : next;
            default -> next;
        };
    }

    /** Behind the answer to one of several queries comes the answer to the next. */
    private Phase ready() {
        unanswered = Math.max(unanswered - 1, 0);
        if (unanswered > 0) {
            return Phase.QUERY;
        }
        return leaving ? Phase.CLOSED : Phase.IDLE;
    }

    /** Nothing will come from the server behind so many bytes. */
    void serverEndsAt(long arrived) {
        // said a second time, it may count the NUL that stood for one that was cut off
        serverEnd = Math.min(serverEnd, arrived);
    }

    /** All that the server has said before it closed has been heard. */
    void serverEnded() {
        Phase next = Transitions.afterServerEnd(phase);
        if (next == Phase.FAILED) {
            throw RemoteProtocolException.atEnd("End", serverEnd, "is illegal in phase " + phase);
        }
        phase = next;
    }

    /** The client has closed, which it may whenever it is its turn. */
    void clientEnded() {
        phase = Transitions.afterClientEnd(phase);
    }

    /** The dialogue outside of messages is over. */
    void rawAuthenticationEnded() {
        check(phase == Phase.RAW_AUTHENTICATION ? Phase.STARTUP : Phase.FAILED, "rawAuthenticationEnded()");
        phase = Phase.STARTUP;
    }

    /** Somebody broke the rules. */
    void fail() {
        phase = Phase.FAILED;
    }

    /** The same; returns how. */
    RemoteProtocolException failed(RemoteProtocolException breach) {
        fail();
        return breach;
    }
}
