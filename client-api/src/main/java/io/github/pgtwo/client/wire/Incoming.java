package io.github.pgtwo.client.wire;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What comes from the server, message by message, and what it is called if that fails. */
final class Incoming {
    private final ClientSession session;
    private final Link link;
    private final Patience patience;
    private final Bystander bystander;

    Incoming(ClientSession session, Link link, Patience patience, Bystander bystander) {
        this.session = session;
        this.link = link;
        this.patience = patience;
        this.bystander = bystander;
    }

    /** Takes what has been received, and waits for nothing; whether there was any. */
    boolean hearWhatHasCome(Consumer<BackendMessage> ear) {
        try {
            boolean any = false;
            while (session.next()) {
                any = true;
                ear.accept(session.message());
            }
            return any;
        } catch (RemoteProtocolException e) {
            throw outOfStep(e);
        }
    }

    /** Waits for the next message that belongs to the exchange; the listener gets the others. */
    <X extends Exception> BackendMessage next(Take<X> take) throws X {
        while (true) {
            BackendMessage message = await(take);
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

    private <X extends Exception> BackendMessage await(Take<X> take) throws X {
        try {
            while (!take.from(session)) {
                checkNotClosed();
                fill();
            }
            return session.message();
        } catch (RemoteProtocolException e) {
            throw outOfStep(e);
        }
    }

    private PgException outOfStep(RemoteProtocolException e) {
        link.close();
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

    /** Closes, and says why the connection is of no more use. */
    PgTransportException broken(String what, @Nullable IOException cause) {
        link.close();
        return new PgTransportException(
                what + (cause == null ? "" : ": " + cause.getMessage()) + bystander.lastNoticeClause(), cause);
    }

    void checkNotClosed() {
        if (session.phase() == Phase.CLOSED) {
            throw broken("the server has closed the connection", null);
        }
    }
}
