package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.testkit.internal.Expect;
import java.io.EOFException;
import java.io.IOException;

/** Both ends of one connection. */
final class Connection implements AutoCloseable {
    private final ByteStream stream;
    private final ContractPeer peer;
    private boolean streamClosed;

    Connection(ByteStream stream, ContractPeer peer) {
        this.stream = stream;
        this.peer = peer;
    }

    ByteStream stream() {
        return stream;
    }

    ContractPeer peer() {
        return peer;
    }

    void streamSends(byte[] bytes) throws IOException {
        stream.writeFully(bytes, 0, bytes.length);
    }

    /** Reads one byte whenever something has arrived. */
    void streamSendsAndReceives(byte[] bytes) throws IOException {
        stream.writeFully(bytes, 0, bytes.length, () -> streamReceives(1));
    }

    void peerSends(byte[] bytes) throws IOException {
        peer.write(bytes, 0, bytes.length);
    }

    /** So many bytes, from as many reads as it takes. */
    byte[] streamReceives(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int have = 0; have < count; ) {
            int n = stream.read(bytes, have, count - have);
            Expect.that(n != 0, "read() returned 0; it has to wait for a byte or for the timeout");
            Expect.that(n <= count - have, "read() returned " + n + ", more than it was asked for");
            have += endChecked(n, have);
        }
        return bytes;
    }

    /** So many bytes, as they reach the peer. */
    byte[] peerReceives(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int have = 0; have < count; ) {
            have += endChecked(peer.read(bytes, have, count - have), have);
        }
        return bytes;
    }

    void closeStream() throws IOException {
        streamClosed = true;
        stream.close();
    }

    /** Closes the stream unless a check has done that: whether it may be closed twice is a check of its own. */
    @Override
    public void close() throws IOException {
        try (peer) {
            if (!streamClosed) {
                closeStream();
            }
        }
    }

    private static int endChecked(int count, int have) throws EOFException {
        if (count < 0) {
            throw new EOFException("end of the stream after " + have + " bytes");
        }
        return count;
    }
}
