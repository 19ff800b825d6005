package io.github.pgtwo.spi;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** The stream was closed by this side, as opposed to the peer. */
public final class StreamClosedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Names the stream that was closed. */
    public StreamClosedException(String peer) {
        super("the stream to " + peer + " has been closed by this side");
    }

    /** Names the stream that was closed because the thread that used it was interrupted. */
    public StreamClosedException(String peer, ClosedByInterruptException cause) {
        super(
                "the stream to " + peer + " has been closed by this side: the thread that used it was interrupted",
                cause);
    }
}
