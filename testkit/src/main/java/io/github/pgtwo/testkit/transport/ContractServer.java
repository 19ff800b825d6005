package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.util.Optional;

/** The listening side of the connections that a {@link TransportContract} opens. Used by one thread at a time. */
public interface ContractServer {

    /** Where it listens. A connection can be opened before {@link #accept} is called. */
    Endpoint endpoint();

    /** Waits for the next connection and takes it; in the order in which they were opened. */
    ContractPeer accept() throws IOException;

    /** An endpoint of the same kind where nobody listens. */
    Endpoint deserted();

    /**
     * An endpoint that neither lets a connection in nor refuses it, for example one whose queue is full.
     *
     * @return empty if there is no such state
     */
    Optional<Endpoint> silent() throws IOException;
}
