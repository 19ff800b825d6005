package io.github.pgtwo.transport.unix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A connected socket, by whichever engine. All buffers are direct. Calls and errors are those of a ByteStream. */
interface UnixSocket {

    /** The number of bytes put into the buffer, or -1 at the end. */
    int read(ByteBuffer into) throws IOException;

    /** Waits until the socket accepts some of the buffer, which may be less than all. */
    void write(ByteBuffer from) throws IOException;

    /**
     * Waits until a read or a write need not wait, and returns which, as a {@link java.nio.channels.SelectionKey} has
     * it. The end of the stream counts until it has been read.
     */
    int awaitEither() throws IOException;

    /** Writes what the socket accepts at once, which may be nothing. */
    void writeSome(ByteBuffer from) throws IOException;

    /** Zero for ever. */
    void receiveTimeout(int millis) throws IOException;

    /** Whose process listens; empty if that cannot be told, as on a closed socket. */
    Optional<String> peerUser();

    /** Wakes those who wait. */
    void close() throws IOException;
}
