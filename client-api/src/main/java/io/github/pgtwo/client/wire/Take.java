package io.github.pgtwo.client.wire;

import io.github.pgtwo.codec.session.ClientSession;

/** How the next message is taken off a session, and what becomes of the rows before it. */
@FunctionalInterface
public interface Take {
    /** Rows are messages like others. */
    Take EACH = ClientSession::next;

    /** Takes the next message, if all of it has arrived. */
    boolean from(ClientSession session);
}
