package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** Receives and decrypts. One thread at a time. */
final class TlsInput {
    /** Many records; more pile up only if the peer demands a handshake and takes no part in it. */
    private static final int MOST = 1 << 20;

    private final SSLEngine engine;
    private final ByteStream plain;
    private final TlsOutput output;

    /** Both are ready to be read from. */
    private ByteBuffer encrypted;

    private ByteBuffer decrypted;
    private boolean ended;
    private boolean endRead;

    TlsInput(SSLEngine engine, ByteStream plain, TlsOutput output) {
        this.engine = engine;
        this.plain = plain;
        this.output = output;
        encrypted =
                ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).flip();
        decrypted = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .flip();
    }

    /** At least one byte, or -1 at the end. */
    int read(byte[] into, int offset, int length, Deadline deadline) throws IOException {
        while (!decrypted.hasRemaining()) {
            if (ended) {
                endRead = true;
                return -1;
            }
            advance(deadline);
        }
        int count = Math.min(length, decrypted.remaining());
        decrypted.get(into, offset, count);
        return count;
    }

    /** Whether the peer will send no more. */
    boolean ended() {
        return ended;
    }

    /** Whether nothing has arrived that was not read. */
    boolean isEmpty() {
        return !encrypted.hasRemaining() && !decrypted.hasRemaining();
    }

    /** Puts encrypted bytes in front of those that are still to be received; only when it is {@linkplain #isEmpty}. */
    void takeBack(byte[] bytes) {
        encrypted = ByteBuffer.allocate(Math.max(encrypted.capacity(), bytes.length))
                .put(bytes)
                .flip();
    }

    /** Whether a read would not wait: for bytes, or for the end, of which nobody knows yet. */
    boolean isReadable() throws IOException {
        boolean more = true;
        while (more && !decrypted.hasRemaining() && !ended) {
            SSLEngineResult result = take();
            more = result.bytesConsumed() > 0 || result.getStatus() == Status.BUFFER_OVERFLOW;
        }
        return decrypted.hasRemaining() || (ended && !endRead);
    }

    /** Waits for bytes of any record; what comes behind the end is nothing any more. */
    void receiveMore(Deadline deadline) throws IOException {
        if (ended) {
            encrypted.position(encrypted.limit());
        }
        receive(deadline);
    }

    /** Takes one record, or receives more of it; only when everything decrypted before has been read. */
    void advance(Deadline deadline) throws IOException {
        if (take().getStatus() == Status.BUFFER_UNDERFLOW) {
            receive(deadline);
        }
    }

    private SSLEngineResult take() throws IOException {
        SSLEngineResult result = unwrap();
        switch (result.getStatus()) {
            case BUFFER_UNDERFLOW -> {}
            case BUFFER_OVERFLOW ->
                decrypted = ByteBuffer.allocate(2 * decrypted.capacity()).flip();
            case CLOSED -> ended = true;
            case OK -> {
                Tasks.run(engine);
                output.sendPending();
            }
        }
        return result;
    }

    private SSLEngineResult unwrap() throws SSLException {
        decrypted.clear();
        try {
            return engine.unwrap(encrypted, decrypted);
        } finally {
            decrypted.flip();
        }
    }

    private void receive(Deadline deadline) throws IOException {
        plain.readTimeout(deadline.left());
        makeRoom();
        try {
            int count = plain.read(encrypted.array(), encrypted.position(), encrypted.remaining());
            if (count < 0) {
                end();
            } else {
                encrypted.position(encrypted.position() + count);
            }
        } finally {
            encrypted.flip();
        }
    }

    private void makeRoom() throws IOException {
        if (encrypted.remaining() >= MOST) {
            throw new IOException(plain.info().peer() + " demands a TLS handshake and does not take part in it");
        }
        if (encrypted.remaining() == encrypted.capacity()) {
            encrypted = ByteBuffer.allocate(2 * encrypted.capacity()).put(encrypted);
        } else {
            encrypted.compact();
        }
    }

    /** Servers that crash say no good-bye; whether a conversation may end here is known to those who read it. */
    private void end() {
        ended = true;
        try {
            engine.closeInbound();
        } catch (SSLException e) {
            // the good-bye is missing
        }
    }
}
