package io.github.pgtwo.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A connected, ordered, two-way stream of bytes.
 *
 * <p>One thread may read while another writes; two readers or two writers may not meet. {@link #close}
 * may be called from any thread at any time.
 */
public interface ByteStream extends AutoCloseable {

    /**
     * Waits for at least one byte and takes what is there.
     *
     * @param length at least 1
     * @return the number of bytes stored, at least 1; or -1 at the end of the stream
     * @throws java.net.SocketTimeoutException if {@link #readTimeout} passed; nothing is lost, and the
     *     next read goes on
     * @throws StreamClosedException if this side has closed the stream, before or during the call
     * @throws IOException if the connection broke
     */
    int read(byte[] into, int offset, int length) throws IOException;

    /**
     * Writes all bytes, waiting as long as the peer takes to accept them.
     *
     * @throws StreamClosedException if this side has closed the stream, before or during the call
     * @throws IOException if the connection broke; how much had been sent is then unknown
     */
    void writeFully(byte[] from, int offset, int length) throws IOException;

    /**
     * Writes all bytes, and reads meanwhile: two sides that both only write wait for each other for ever. Calls the
     * arrival, on this thread, whenever something has arrived that is not read yet, be it bytes or, once, the end of
     * the stream: while the write cannot go on, and in front of each 64 KiB at the latest while it can. During the call
     * no other thread may read.
     *
     * <p>Whatever the arrival throws ends the write at once and comes out as it is; how much had been sent is then
     * unknown, and nothing more should be written.
     *
     * @throws StreamClosedException if this side has closed the stream, before or during the call
     * @throws IOException if the connection broke; how much had been sent is then unknown
     */
    void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException;

    /**
     * Sets how long each later read may wait; zero, the initial value, waits for ever.
     *
     * @throws IllegalArgumentException if it is negative
     * @throws IOException if the stream is closed already; some only tell at the next read
     */
    void readTimeout(Duration timeout) throws IOException;

    /**
     * The stream that carries this one's bytes, if this one encrypts them. Reading and writing there goes past the
     * encryption, as Kerberos does (section 4.4); this stream must have nothing in flight then.
     */
    default Optional<ByteStream> beneath() {
        return Optional.empty();
    }

    /**
     * Takes back what was read {@linkplain #beneath() beneath} this stream and turned out to be the beginning of what
     * the peer has encrypted: reading this stream goes on with it. Called by the thread that reads.
     *
     * @throws IOException if this stream has bytes that nobody has read
     * @throws UnsupportedOperationException if nothing is beneath
     */
    default void takeBack(byte[] bytes) throws IOException {
        throw new UnsupportedOperationException("nothing is beneath this stream");
    }

    /** What is known of the channel. */
    ChannelInfo info();

    /** Closes both directions; wakes a blocked read or write of another thread. Later calls do nothing. */
    @Override
    void close() throws IOException;
}
