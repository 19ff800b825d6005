package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ClosingTimer;
import io.github.pgtwo.spi.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** Encrypts and sends: what the application writes, and what TLS itself has to say, whoever finds that out. */
final class TlsOutput {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final Duration TIME_TO_PART = Duration.ofSeconds(1);

    /** How a record gets on its way. */
    private interface Sending {
        void send(byte[] from, int offset, int length) throws IOException;
    }

    private final SSLEngine engine;
    private final ByteStream plain;
    private final ReentrantLock writing = new ReentrantLock();
    private ByteBuffer record;
    private boolean muted;

    TlsOutput(SSLEngine engine, ByteStream plain) {
        this.engine = engine;
        this.plain = plain;
        record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    }

    void writeFully(byte[] from, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(from, offset, length);
        writing.lock();
        try {
            while (rest.hasRemaining()) {
                send(rest, plain::writeFully);
            }
        } finally {
            writing.unlock();
        }
        sendPending();
    }

    /** Receives between the records and, beneath, in the middle of one; a handshake's answer may be waited for. */
    void writeFully(ByteBuffer rest, Meanwhile meanwhile, Duration timeout) throws IOException {
        Sending sending = (from, offset, length) -> plain.writeFully(from, offset, length, meanwhile);
        writing.lock();
        try {
            while (rest.hasRemaining()) {
                meanwhile.tell();
                if (!send(rest, sending) && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
                    meanwhile.receive(Deadline.in(timeout));
                }
            }
        } finally {
            writing.unlock();
        }
        sendPending();
    }

    /**
     * Sends what TLS has to say, unless somebody is writing, who then does so: another thread, for which who reads must
     * not wait, since the peer may not take what is written before it is read from; or this one, in the middle of a
     * record.
     */
    void sendPending() throws IOException {
        boolean more = pending();
        while (more && !writing.isHeldByCurrentThread() && writing.tryLock()) {
            try {
                more = wrap(NOTHING, plain::writeFully) > 0;
            } finally {
                writing.unlock();
            }
            more &= pending();
        }
    }

    /** The same within the time of a read, which a peer that takes nothing could hold for ever otherwise. */
    void sendPending(Deadline deadline) throws IOException {
        if (!pending()) {
            return;
        }
        Duration left = deadline.left();
        if (left.isZero()) {
            sendPending();
            return;
        }
        ClosingTimer timer = ClosingTimer.after(left, plain);
        try (timer) {
            sendPending();
        } catch (IOException e) {
            throw timer.explained(e, plain.info().peer() + " does not take what TLS has to say");
        }
    }

    /** From now on nothing is sent: the peer does not listen, though it may have said something. */
    void mute() {
        muted = true;
    }

    private boolean pending() {
        return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
    }

    /** Whether there was anything to send; if not, a handshake is in the way. */
    private boolean send(ByteBuffer from, Sending sending) throws IOException {
        if (muted) {
            throw new IOException(
                    "an earlier write to " + plain.info().peer() + " has ended in the middle of a record");
        }
        int before = from.remaining();
        if (wrap(from, sending) > 0 || from.remaining() < before) {
            return true;
        }
        if (engine.isOutboundDone()) {
            throw new IOException(plain.info().peer() + " has ended the TLS session");
        }
        Tasks.run(engine);
        return false;
    }

    /** One record, if there is anything to send; returns its length. */
    private int wrap(ByteBuffer from, Sending sending) throws IOException {
        record.clear();
        SSLEngineResult result = engine.wrap(from, record);
        while (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
            record = ByteBuffer.allocate(2 * record.capacity());
            result = engine.wrap(from, record);
        }
        if (record.position() > 0 && !muted) {
            muted = true; // unless all of it is sent, nothing can follow
            sending.send(record.array(), 0, record.position());
            muted = false;
        }
        return record.position();
    }

    /** Says good-bye, or why not; but not when another thread is stuck in a write, and not for long. */
    void end() {
        if (!writing.tryLock()) {
            return;
        }
        ClosingTimer timer = ClosingTimer.after(TIME_TO_PART, plain);
        try {
            engine.closeOutbound();
            while (!engine.isOutboundDone() && wrap(NOTHING, plain::writeFully) > 0) {
                // until all is said
            }
        } catch (IOException e) {
            // nobody listens
        } finally {
            timer.close();
            writing.unlock();
        }
    }

    static void closeQuietly(ByteStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // it is given up anyway
        }
    }
}
