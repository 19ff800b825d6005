package io.github.pgtwo.client.event;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears of what belongs to no result, for applications, metrics and traces. Called on the thread that is in a call of
 * the connection, which must not be called back; several threads may call at once if there are several connections. What
 * a listener throws is logged and goes no further, but for an {@link Error}. No text of a statement is told, as values
 * may be in it: whoever runs it knows it.
 */
public interface ConnectionListener {
    /** A listener that hears nothing, and costs nothing. */
    ConnectionListener NONE = new ConnectionListener() {};

    /** The server has something to tell, perhaps during login. */
    default void notice(ServerMessage notice) {}

    /** A condition was notified. */
    default void notification(Notification notification) {}

    /** A place is tried. */
    default void connecting(Endpoint place) {}

    /**
     * There will be no connection to this place; another one may be tried next.
     *
     * @param took since {@link #connecting}
     */
    default void connectFailed(Endpoint place, Duration took, PgException reason) {}

    /**
     * A connection is ready for use.
     *
     * @param took since {@link #connecting}: the connection, the login, and the questions that come first
     */
    default void connected(ChannelInfo channel, Duration took) {}

    /** A connection that was ready for use is closed, or lost; told once. May be called by whatever thread closes it. */
    default void closed(ChannelInfo channel) {}

    /**
     * The answer to a text or a function call begins to be waited for; in a pipeline, that of the next text. Those that
     * the client sends before {@link #connected} are not told.
     */
    default void commandBegun() {}

    /**
     * All of the answer has been read, or it will never come.
     *
     * @param took since {@link #commandBegun}; the application's own time between two rows counts too
     * @param failure if it was an error, or the connection was lost
     */
    default void commandEnded(Duration took, Optional<Throwable> failure) {}
}
