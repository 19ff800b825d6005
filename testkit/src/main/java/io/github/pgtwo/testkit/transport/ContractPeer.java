package io.github.pgtwo.testkit.transport;

import java.io.IOException;

/**
 * The accepted end of a connection. One thread may read while another writes; {@link #close} may come from any.
 */
public interface ContractPeer extends AutoCloseable {

    /** Waits for at least one byte; -1 at the end. */
    int read(byte[] into, int offset, int length) throws IOException;

    /** Writes all bytes, at once as far as there is room. */
    void write(byte[] from, int offset, int length) throws IOException;

    /** Closes in a way that breaks the connection, as far as there is one: a reset, or bytes left unread. */
    void abort() throws IOException;

    /** Closes in good order; later calls do nothing. */
    @Override
    void close() throws IOException;
}
