package io.github.pgtwo.spi;

import java.io.IOException;
import java.time.Duration;

/** Opens byte streams to endpoints of one or more kinds. Implementations are thread-safe. */
public interface Transport {

    /** A short name for messages and configuration, unique among the transports of one client: {@code tcp}. */
    String name();

    /** Whether {@link #open} can serve this endpoint; decides by the endpoint alone, without I/O. */
    boolean supports(Endpoint endpoint);

    /**
     * Connects.
     *
     * @param connectTimeout for the whole attempt, over all addresses of a name; zero waits for ever
     * @throws IllegalArgumentException if {@link #supports} says no, or the timeout is negative
     * @throws java.net.SocketTimeoutException if the time is over
     * @throws IOException if nobody listens there or the endpoint cannot be reached; names the endpoint
     */
    ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException;

    /**
     * The same transport with another way of looking after silent peers; this one, if there is no such thing in it, as
     * with Unix sockets.
     */
    default Transport withKeepAlive(KeepAlive choice) {
        return this;
    }
}
