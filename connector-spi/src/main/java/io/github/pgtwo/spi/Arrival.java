package io.github.pgtwo.spi;

import java.io.IOException;

/** What is done with bytes that arrive during a {@linkplain ByteStream#writeFully(byte[], int, int, Arrival) write}. */
@FunctionalInterface
public interface Arrival {

    /**
     * Called by the thread that writes, when bytes have arrived, or the end of the stream. Reads from the stream at
     * least once, which does not wait. A second read may wait, and the write with it, perhaps for ever: who wants more,
     * the rest of a message for example, returns and is called again. Does not write to the stream.
     *
     * @throws IOException whatever it is, it ends the write
     */
    void arrived() throws IOException;
}
