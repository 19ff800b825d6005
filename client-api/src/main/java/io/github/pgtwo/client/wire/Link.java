package io.github.pgtwo.client.wire;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ClosingTimer;
import io.github.pgtwo.spi.Deadline;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session on a stream, and the way of bytes between the two. One thread at a time, but for {@link #close}. */
public final class Link implements ByteSource<IOException>, ByteSink<IOException> {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private static final int STEP = 64 << 10;

    private final ClientSession session;
    private final Patience patience;
    private final Events events;
    private final WireWriter out = new WireWriter();
    private volatile ByteStream stream;
    private volatile boolean closed;

    Link(ByteStream stream, ClientSession session, Patience patience, Events events) {
        this.stream = stream;
        this.session = session;
        this.patience = patience;
        this.events = events;
    }

    /** What the bytes go through, TLS included. */
    public ByteStream stream() {
        return stream;
    }

    /** From now on all goes through this stream, which goes through the one before. */
    public void secured(ByteStream encrypted) {
        stream = encrypted;
    }

    /** Keeps a message to be sent with the next ones. */
    public void queue(FrontendMessage message) {
        session.send(message, out);
    }

    /** Sends what is queued, in one piece. */
    public void flush() throws IOException {
        out.drainTo(this);
    }

    /** The same, while reading what arrives. */
    public void flush(Arrival arrival) throws IOException {
        out.drainTo(duplex(arrival));
    }

    /** Sends copy data at once and without a copy, while reading what arrives; nothing is queued. */
    public void send(CopyInData data, Arrival arrival) throws IOException {
        session.send(data, duplex(arrival));
    }

    private ByteSink<IOException> duplex(Arrival arrival) {
        return (from, offset, length) ->
                inSteps((array, at, count) -> stream.writeFully(array, at, count, arrival), from, offset, length);
    }

    /** What is short finds room, as the server owes nothing then: it needs no timer. */
    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        if (length <= STEP) {
            stream.writeFully(from, offset, length);
        } else {
            inSteps(stream::writeFully, from, offset, length);
        }
    }

    /** So little at a time that the server has to take, or the time is over. */
    private void inSteps(ByteSink<IOException> step, byte[] from, int offset, int length) throws IOException {
        int end = offset + length;
        for (int next = offset; next < end; next += STEP) {
            inTime(step, from, next, Math.min(STEP, end - next));
        }
    }

    private void inTime(ByteSink<IOException> step, byte[] from, int offset, int length) throws IOException {
        Duration time = patience.next();
        if (time.isZero()) {
            step.write(from, offset, length);
            return;
        }
        ClosingTimer timer = ClosingTimer.after(time, stream);
        try (timer) {
            step.write(from, offset, length);
        } catch (IOException e) {
            throw timer.explained(e, "the server does not take what is sent");
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return stream.read(into, offset, length);
    }

    /** How many bytes are queued. */
    public int queued() {
        return out.length();
    }

    /** Leaves no copy of what was sent. */
    void wipe() {
        out.wipe();
    }

    /** Waits for the server to say something, or to close. */
    void receive() throws IOException {
        patience.applyTo(stream);
        receiveArrived();
    }

    /** The same where nothing is owed to us, so that only this moment counts. */
    void receive(Deadline until) throws IOException {
        stream.readTimeout(until.left());
        receiveArrived();
    }

    /** The same where something has arrived already, so that no time counts. */
    void receiveArrived() throws IOException {
        if (session.receive(this) < 0) {
            session.receivedEndOfStream();
        }
    }

    /** A login dialogue outside of messages. */
    WireDialog dialog(Wire wire) {
        return new WireDialog(wire, stream, session, patience.deadline());
    }

    /** Says good-bye, where the conversation allows it. */
    void terminate() {
        if (!usable() || session.phase() != Phase.IDLE) {
            return;
        }
        try {
            queue(new Terminate());
            flush();
        } catch (IOException e) {
            LOG.debug("the server was gone before the good-bye", e);
        }
    }

    /** Whether nothing has failed yet. */
    boolean usable() {
        return !closed && session.phase() != Phase.FAILED && session.phase() != Phase.CLOSED;
    }

    /** Closes the stream, from any thread; a call that waits for the server then fails. */
    public void close() {
        closed = true;
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("closing the {} failed", stream.info(), e);
        }
        events.closed();
    }
}
