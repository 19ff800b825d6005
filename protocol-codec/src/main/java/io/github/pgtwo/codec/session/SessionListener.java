package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;

/** Hears the messages of both sides of a conversation, in an order in which they can have been said. */
public interface SessionListener {

    /** The client has said something. */
    void client(FrontendMessage message);

    /** The server has said something. */
    void server(BackendMessage message);
}
