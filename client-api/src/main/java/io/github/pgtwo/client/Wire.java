package io.github.pgtwo.client;

import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Deadline;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with a server: turns every failure into the client's exceptions, after which the stream is closed.
 * One thread at a time, but for {@link #close}.
 */
final class Wire {
    private final Patience patience;
    private final ClientSession session;
    private final Link link;
    private final Bystander bystander;

    /** On a fresh connection; the time for the login runs. */
    Wire(ByteStream stream, ClientConfig config) {
        patience = new Patience(Deadline.in(config.loginTimeout()));
        session = new ClientSession(config.limits(), Set.of(), config.ownRequests());
        link = new Link(stream, session, patience);
        bystander = new Bystander(config.listener());
    }

    /** Where the bytes go. */
    Link link() {
        return link;
    }

    ChannelInfo channel() {
        return link.stream().info();
    }

    Phase phase() {
        return session.phase();
    }

    /** How long the server may take. */
    Patience patience() {
        return patience;
    }

    /** What comes outside of answers. */
    Bystander bystander() {
        return bystander;
    }

    /** Says what the login has told of the server. */
    void quirks(Set<ServerQuirk> quirks) {
        session.quirks(quirks);
    }

    /**
     * A new exchange is to begin. What the server has said before is heard first: it belongs to the old one, and must
     * never be taken for the answer.
     */
    void prepare() {
        hearWhatHasCome();
        bystander.forgetNotices();
    }

    private void hearWhatHasCome() {
        hearWhatHasCome(this::hear);
    }

    private void hearWhatHasCome(Consumer<BackendMessage> ear) {
        try {
            while (session.next()) {
                ear.accept(session.message());
            }
        } catch (RemoteProtocolException e) {
            throw outOfStep(e);
        }
    }

    /** What may come in IDLE: an error that announces the end, or what belongs to no exchange. */
    private void hear(BackendMessage message) {
        if (message.kind() == BackendKind.ERROR_RESPONSE) {
            close();
            throw new PgServerException(ServerMessage.of((ErrorResponse) message), true);
        }
        bystander.hear(message);
    }

    /**
     * Waits for what a server says by itself in IDLE.
     *
     * @return whether something has come in time
     */
    boolean listen(Deadline until) {
        hearWhatHasCome();
        patience.until(until);
        try {
            link.receive();
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw broken("the connection broke while waiting for the server", e);
        } finally {
            patience.until(Deadline.NONE);
        }
        hearWhatHasCome();
        checkNotClosed();
        return true;
    }

    private void checkNotClosed() {
        if (session.phase() == Phase.CLOSED) {
            throw broken("the server has closed the connection", null);
        }
    }

    /** Hears what has arrived while the client was writing; what is not for bystanders goes to the exchange. */
    void hearMeanwhile(Consumer<BackendMessage> exchange) throws IOException {
        link.receiveArrived();
        hearWhatHasCome(message -> {
            if (!bystander.hear(message)) {
                exchange.accept(message);
            }
        });
    }

    /** Keeps a message to be sent with the next ones. */
    void queue(FrontendMessage message) {
        link.queue(message);
    }

    /** Sends what is queued, in one piece. */
    void flush() {
        try {
            link.flush();
        } catch (IOException e) {
            throw LastWords.of(this, e);
        }
    }

    /** Sends a message at once. */
    void send(FrontendMessage message) {
        queue(message);
        flush();
    }

    /** Sends a message, unless the time is over, and leaves no copy of it behind. */
    void sendSecret(FrontendMessage message) {
        try {
            patience.deadline().left();
            send(message);
        } catch (SocketTimeoutException e) {
            throw broken(WireDialog.TOO_LATE, e);
        } finally {
            link.wipe();
        }
    }

    /** A login dialogue outside of messages; ends before the next message is read. */
    WireDialog dialog() {
        return link.dialog(this);
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

    /** Waits for the server to close, whatever else it says. */
    void awaitClose() {
        try {
            while (session.phase() != Phase.CLOSED) {
                if (!session.next()) {
                    fill();
                }
            }
        } catch (RemoteProtocolException e) {
            throw outOfStep(e);
        }
    }

    private BackendMessage await() {
        try {
            while (!session.next()) {
                checkNotClosed();
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
            link.receive();
        } catch (SocketTimeoutException e) {
            if (!patience.isExtended()) {
                throw broken("the server has not answered in time", e);
            }
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
        link.terminate();
    }

    /** Whether nothing has failed yet. */
    boolean usable() {
        return link.usable();
    }

    /** Closes the stream, from any thread; a call that waits for the server then fails. */
    void close() {
        link.close();
    }
}
