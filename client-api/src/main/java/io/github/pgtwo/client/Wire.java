package io.github.pgtwo.client;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Deadline;
import io.github.pgtwo.spi.TlsException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on a stream: moves bytes between the two, and turns every failure into the client's exceptions,
 * after which the stream is closed. One thread at a time, but for {@link #close}.
 */
final class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private volatile ByteStream stream;
    private final ByteSource<IOException> source;
    private final ByteSink<IOException> sink;
    private final ClientSession session;
    private final Bystander bystander;
    private final WireWriter out = new WireWriter();
    private Deadline deadline;
    private volatile boolean closed;

    private Wire(ByteStream stream, ClientConfig config, Deadline deadline) {
        this.stream = stream;
        this.deadline = deadline;
        source = (into, offset, length) -> this.stream.read(into, offset, length);
        sink = (from, offset, length) -> this.stream.writeFully(from, offset, length);
        session = new ClientSession(config.limits(), Set.of(), config.ownRequests());
        bystander = new Bystander(config.listener());
    }

    /** Connects; from then on the time for the login runs. */
    static Wire open(ClientConfig config) {
        try {
            ByteStream stream = config.transport().open(config.endpoint(), config.connectTimeout());
            return new Wire(stream, config, Deadline.in(config.loginTimeout()));
        } catch (IOException e) {
            throw new PgTransportException("cannot connect to " + config.endpoint() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts TLS beneath the session, which the server has just agreed to. A server that keeps silent does not offer
     * anything else; one that fails may.
     */
    void secure(ClientConfig config) throws NoTlsException {
        try {
            stream = config.tls().secure(stream, config.endpoint(), deadline.left());
        } catch (SocketTimeoutException e) {
            throw broken("the TLS handshake has not ended in time", e);
        } catch (IOException e) {
            throw new NoTlsException(broken("no TLS with " + config.endpoint(), e));
        }
    }

    ChannelInfo channel() {
        return stream.info();
    }

    Phase phase() {
        return session.phase();
    }

    /** What the latest notice said; some servers close or fail without another word. */
    String lastNotice() {
        return bystander.lastNotice();
    }

    /** Ends the time for the login; from now on each read may take so long. */
    void loggedIn(Duration readTimeout) {
        deadline = Deadline.NONE;
        try {
            stream.readTimeout(readTimeout);
        } catch (IOException e) {
            throw broken("cannot set the read timeout", e);
        }
    }

    /**
     * Sends a message that begins a new exchange. What the server has said before is heard first: it belongs to
     * the old one, and must never be taken for the answer.
     */
    void begin(FrontendMessage message) {
        try {
            while (session.next()) {
                hear(session.message());
            }
        } catch (RemoteProtocolException e) {
            throw outOfStep(e);
        }
        bystander.forgetNotice();
        send(message);
    }

    /** What may come in IDLE: an error that announces the end, or what belongs to no exchange. */
    private void hear(BackendMessage message) {
        if (message.kind() == BackendKind.ERROR_RESPONSE) {
            close();
            throw new PgServerException(textOf(message), true);
        }
        bystander.hear(message);
    }

    private static ServerMessage textOf(BackendMessage error) {
        return ServerMessage.parse(((ErrorResponse) error).text().utf8());
    }

    /** Sends a message at once. */
    void send(FrontendMessage message) {
        session.send(message, out);
        try {
            out.drainTo(sink);
        } catch (IOException e) {
            throw lastWords(e);
        }
    }

    /** Sends a message, unless the time is over, and leaves no copy of it behind. */
    void sendSecret(FrontendMessage message) {
        try {
            deadline.left();
            send(message);
        } catch (SocketTimeoutException e) {
            throw broken(WireDialog.TOO_LATE, e);
        } finally {
            out.wipe();
        }
    }

    /** A login dialogue outside of messages; ends before the next message is read. */
    WireDialog dialog() {
        return new WireDialog(this, stream, session, deadline);
    }

    /** A server that closes while we write, or after a dialogue has failed, may have said why. */
    PgException lastWords(IOException failure) {
        deadline = Deadline.in(LAST_WORDS);
        try {
            BackendMessage message = next();
            while (message.kind() != BackendKind.ERROR_RESPONSE) {
                message = next();
            }
            close();
            return new PgServerException(textOf(message), true);
        } catch (PgException e) {
            return e.getCause() instanceof TlsException ? e : broken("the connection broke while sending", failure);
        }
    }

    /** Waits for the next message that belongs to the exchange; the listener gets the others. */
    BackendMessage next() {
        while (true) {
            BackendMessage message = await();
            if (!bystander.hear(message)) {
                return message;
            }
        }
    }

    private BackendMessage await() {
        try {
            while (!session.next()) {
                if (session.phase() == Phase.CLOSED) {
                    throw broken("the server has closed the connection", null);
                }
                fill();
            }
            return session.message();
        } catch (RemoteProtocolException e) {
            throw outOfStep(e);
        }
    }

    private PgException outOfStep(RemoteProtocolException e) {
        close();
        return e.endOfStream()
                ? new PgTransportException(
                        "the server closed the connection in the middle of its answer (" + e.getMessage() + ")"
                                + bystander.lastNoticeClause(),
                        e)
                : new PgProtocolException(e);
    }

    private void fill() {
        try {
            deadline.applyTo(stream);
            if (session.receive(source) < 0) {
                session.receivedEndOfStream();
            }
        } catch (SocketTimeoutException e) {
            throw broken("the server has not answered in time", e);
        } catch (IOException e) {
            throw broken("the connection broke while waiting for the server", e);
        }
    }

    PgTransportException broken(String what, @Nullable IOException cause) {
        close();
        return new PgTransportException(
                what + (cause == null ? "" : ": " + cause.getMessage()) + bystander.lastNoticeClause(), cause);
    }

    /** Says good-bye, where the conversation allows it. */
    void terminate() {
        if (usable() && session.phase() == Phase.IDLE) {
            try {
                session.send(new Terminate(), out);
                out.drainTo(sink);
            } catch (IOException e) {
                LOG.debug("the server was gone before the good-bye", e);
            }
        }
    }

    /** Whether nothing has failed yet. */
    boolean usable() {
        return !closed && session.phase() != Phase.FAILED && session.phase() != Phase.CLOSED;
    }

    /** Closes the stream, from any thread; a call that waits for the server then fails. */
    void close() {
        closed = true;
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("closing the {} failed", stream.info(), e);
        }
    }
}
