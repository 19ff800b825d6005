package io.github.pgtwo.client.wire;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.ServerMessage;
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
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with a server: turns every failure into the client's exceptions, after which the stream is closed.
 * One thread at a time, but for {@link #close}.
 */
public final class Wire {
    private final Patience patience;
    private final ClientSession session;
    private final Link link;
    private final Bystander bystander;
    private final Incoming incoming;
    private final Consumer<BackendMessage> ear = this::hear;

    /** On a fresh connection; the time for the login, or for whatever it was opened, runs. */
    public Wire(ByteStream stream, ClientConfig config, Duration time) {
        patience = new Patience(Deadline.in(time));
        session = new ClientSession(config.limits(), Set.of(), config.ownRequests());
        bystander = new Bystander(config.listener());
        link = new Link(stream, session, patience, bystander.events());
        incoming = new Incoming(session, link, patience, bystander);
    }

    /** Where the bytes go. */
    public Link link() {
        return link;
    }

    /** What is known of the way to the server. */
    public ChannelInfo channel() {
        return link.stream().info();
    }

    /** What may come next. */
    public Phase phase() {
        return session.phase();
    }

    /** How long the server may take. */
    public Patience patience() {
        return patience;
    }

    /** What comes outside of answers. */
    public Bystander bystander() {
        return bystander;
    }

    /** Says what the login has told of the server. */
    public void quirks(Set<ServerQuirk> quirks) {
        session.quirks(quirks);
    }

    /**
     * A new exchange is to begin. What the server has said before is heard first: it belongs to the old one, and must
     * never be taken for the answer.
     */
    public void prepare() {
        incoming.hearWhatHasCome(ear);
        bystander.forgetNotices();
    }

    /** What may come in IDLE: an error that announces the end, or what belongs to no exchange. */
    private void hear(BackendMessage message) {
        if (message.kind() == BackendKind.ERROR_RESPONSE) {
            close();
            throw new PgServerException(ServerMessage.of((ErrorResponse) message, bystander.encoding()), true);
        }
        bystander.hear(message);
    }

    /**
     * Waits for what a server says by itself in IDLE.
     *
     * @return whether something has come in time
     */
    public boolean listen(Deadline until) {
        if (incoming.hearWhatHasCome(ear)) {
            return true;
        }
        try {
            link.receive(until);
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw broken("the connection broke while waiting for the server", e);
        }
        incoming.hearWhatHasCome(ear);
        incoming.checkNotClosed();
        return true;
    }

    /** Hears what has arrived while the client was writing; what is not for bystanders goes to the exchange. */
    public void hearMeanwhile(Consumer<BackendMessage> exchange) throws IOException {
        link.receiveArrived();
        incoming.hearWhatHasCome(message -> {
            if (!bystander.hear(message)) {
                exchange.accept(message);
            }
        });
    }

    /** Keeps a message to be sent with the next ones. */
    public void queue(FrontendMessage message) {
        link.queue(message);
    }

    /** Sends what is queued, in one piece. */
    public void flush() {
        try {
            link.flush();
        } catch (SocketTimeoutException e) {
            throw broken("the server has not taken what was sent in time", e);
        } catch (IOException e) {
            throw LastWords.of(this, e);
        }
    }

    /** Sends a message at once. */
    public void send(FrontendMessage message) {
        queue(message);
        flush();
    }

    /** Sends a message, unless the time is over, and leaves no copy of it behind. */
    public void sendSecret(FrontendMessage message) {
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
    public WireDialog dialog() {
        return link.dialog(this);
    }

    /** Waits for the next message that belongs to the exchange; the listener gets the others. */
    public BackendMessage next() {
        return next(Take.EACH);
    }

    /** The same, taken in this way. */
    public <X extends Exception> BackendMessage next(Take<X> take) throws X {
        return incoming.next(take);
    }

    /** Waits for the server to close, whatever else it says. */
    public void awaitClose() {
        incoming.awaitClose();
    }

    /** Closes, and says why the connection is of no more use. */
    public PgTransportException broken(String what, @Nullable IOException cause) {
        return incoming.broken(what, cause);
    }

    /** Says good-bye, where the conversation allows it. */
    public void terminate() {
        link.terminate();
    }

    /** Whether nothing has failed yet. */
    public boolean usable() {
        return link.usable();
    }

    /** Closes the stream, from any thread; a call that waits for the server then fails. */
    public void close() {
        link.close();
    }
}
