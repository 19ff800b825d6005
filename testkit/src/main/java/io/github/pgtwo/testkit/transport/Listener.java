package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;

/** Where connections to a server of the test arrive: over TCP, over a Unix socket, in memory. */
public interface Listener extends AutoCloseable {

    /** On a free port of the loopback address. */
    static Listener tcp() throws IOException {
        return new TcpListener();
    }

    /** On a Unix socket of the JDK, in a temporary directory of its own. */
    static Listener unix() throws IOException {
        return new UnixListener();
    }

    /** Where it listens. A connection can be opened before {@link #accept} is called. */
    Endpoint endpoint();

    /** Waits for the next connection and takes it; ends when the thread is interrupted and this is closed. */
    ContractPeer accept() throws IOException;

    /** Listens no more; accepted connections stay open. */
    @Override
    void close() throws IOException;
}
