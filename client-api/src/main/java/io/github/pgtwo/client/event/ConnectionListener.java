package io.github.pgtwo.client.event;

import io.github.pgtwo.client.error.ServerMessage;

/**
 * Hears of what belongs to no result. Called on the thread that is in a call of the connection, which must
 * not be called back. What a listener throws is logged and goes no further.
 */
public interface ConnectionListener {
    /** A listener that hears nothing. */
    ConnectionListener NONE = new ConnectionListener() {};

    /** The server has something to tell, perhaps during login. */
    default void notice(ServerMessage notice) {}

    /** A condition was notified. */
    default void notification(Notification notification) {}
}
