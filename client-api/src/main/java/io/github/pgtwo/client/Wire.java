package io.github.pgtwo.client;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on a stream: moves bytes between the two, and turns every failure into the client's exceptions,
 * after which the stream is closed. One thread at a time, but for {@link #close}.
 */
final class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final ByteStream stream;
    private final ByteSource<IOException> source;
    private final ByteSink<IOException> sink;
    private final ClientSession session;
    private final ConnectionListener listener;
    private final WireWriter out = new WireWriter();
    private Deadline deadline;
    private boolean ended;
    private volatile boolean closed;
    private String lastNotice = "";

    private Wire(ByteStream stream, ClientConfig config) {
        this.stream = stream;
        source = stream::read;
        sink = stream::writeFully;
        session = new ClientSession(config.limits());
        listener = config.listener();
        deadline = Deadline.in(config.loginTimeout());
    }

    /** Connects. */
    static Wire open(ClientConfig config) {
        try {
            return new Wire(config.transport().open(config.endpoint(), config.connectTimeout()), config);
        } catch (IOException e) {
            throw new PgTransportException("cannot connect to " + config.endpoint() + ": " + e.getMessage(), e);
        }
    }

    ChannelInfo channel() {
        return stream.info();
    }

    Phase phase() {
        return session.phase();
    }

    /** The latest notice, for servers that close without an error. */
    String lastNotice() {
        return lastNotice;
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

    /** Sends a message at once. */
    void send(FrontendMessage message) {
        session.send(message, out);
        try {
            out.drainTo(sink);
        } catch (IOException e) {
            throw broken("the connection broke while sending", e);
        }
    }

    /** Sends a message and leaves no copy of it behind. */
    void sendSecret(FrontendMessage message) {
        try {
            send(message);
        } finally {
            out.wipe();
        }
    }

    /** Waits for the next message that belongs to the conversation; the listener gets the others. */
    BackendMessage next() {
        while (true) {
            BackendMessage message = await();
            switch (message.kind()) {
                case NOTICE_RESPONSE -> notice((NoticeResponse) message);
                case NOTIFICATION_RESPONSE -> notification((NotificationResponse) message);
                default -> {
                    return message;
                }
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
            close();
            throw ended ? cutOff(e) : new PgProtocolException(e);
        }
    }

    private static PgTransportException cutOff(RemoteProtocolException e) {
        return new PgTransportException(
                "the server closed the connection in the middle of its answer (" + e.getMessage() + ")", e);
    }

    private void fill() {
        try {
            deadline.applyTo(stream);
            if (session.receive(source) < 0) {
                ended = true;
                session.receivedEndOfStream();
            }
        } catch (SocketTimeoutException e) {
            throw broken("the server has not answered in time", e);
        } catch (IOException e) {
            throw broken("the connection broke while waiting for the server", e);
        }
    }

    private void notice(NoticeResponse message) {
        ServerMessage notice = ServerMessage.parse(message.text().utf8());
        lastNotice = notice.raw();
        listener.notice(notice);
    }

    private void notification(NotificationResponse message) {
        listener.notification(
                new Notification(message.processId(), message.condition().utf8()));
    }

    private PgTransportException broken(String what, @Nullable IOException cause) {
        close();
        return new PgTransportException(cause == null ? what : what + ": " + cause.getMessage(), cause);
    }

    /** Says good-bye, where the conversation allows it. */
    void terminate() {
        if (usable() && session.phase() == Phase.IDLE) {
            try {
                send(new Terminate());
            } catch (PgTransportException e) {
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
            LOG.debug("closing the stream to {} failed", stream.info().peer(), e);
        }
    }
}
