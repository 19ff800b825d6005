package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.frontend.FrontendKind;

/** Where a conversation stands, moved by the messages of both sides. What every kind of session shares. */
final class Conversation {
    private Phase phase = Phase.CONNECTED;
    private int unanswered;

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

    /** Takes a message of the client; false, and nothing changed, if it is illegal now. */
    boolean client(FrontendKind kind) {
        Phase next = Transitions.after(phase, kind);
        if (next == Phase.FAILED) {
            return false;
        }
        if (kind == FrontendKind.QUERY || kind == FrontendKind.FUNCTION_CALL) {
            unanswered++;
        }
        phase = next;
        return true;
    }

    /** Takes a message of the server; false, and nothing changed, if it is illegal now. */
    boolean server(BackendKind kind) {
        Phase next = Transitions.after(phase, kind);
        if (next == Phase.FAILED) {
            return false;
        }
        phase = kind == BackendKind.READY_FOR_QUERY && next == Phase.IDLE ? answered() : next;
        return true;
    }

    /** Behind the answer to one of several queries comes the answer to the next. */
    private Phase answered() {
        unanswered = Math.max(unanswered - 1, 0);
        return unanswered == 0 ? Phase.IDLE : Phase.QUERY;
    }

    /** The server has closed; false if it must not have. */
    boolean serverEnd() {
        return move(Transitions.afterServerEnd(phase));
    }

    /** The client has closed; false if it was not its turn. */
    boolean clientEnd() {
        return move(Transitions.afterClientEnd(phase));
    }

    private boolean move(Phase next) {
        phase = next;
        return next != Phase.FAILED;
    }

    /** The dialogue outside of messages is over. */
    boolean rawEnd() {
        return phase == Phase.RAW_AUTHENTICATION && move(Phase.STARTUP);
    }

    /** Somebody broke the rules. */
    void fail() {
        phase = Phase.FAILED;
    }
}
