package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.codec.session.SessionListener;
import io.github.pgtwo.codec.session.SessionObserver;

/** An observer beside a session: as long as it can tell what is said, both must have heard the same. */
final class ReadAlong implements SessionListener {
    private final Heard heard = new Heard();
    private final SessionObserver observer;
    private final boolean hearsClient;
    private boolean reads;

    /** With small limits, a message that the session sends itself may already be too large. */
    ReadAlong(Script script, boolean hearsClient) {
        observer = new SessionObserver(script.limits(), script.quirks(), this);
        this.hearsClient = hearsClient;
        reads = !script.smallLimits();
    }

    /** From now on it cannot tell. */
    void leave() {
        reads = false;
    }

    void fromClient(byte[] piece) {
        read(piece, hearsClient, () -> observer.fromClient(piece, 0, piece.length));
    }

    void fromServer(byte[] piece) {
        read(piece, !hearsClient, () -> observer.fromServer(piece, 0, piece.length));
    }

    private void read(byte[] piece, boolean compared, Runnable call) {
        if (compared) {
            heard.arrived(piece, 0, piece.length);
        }
        tell(call);
    }

    void clientEnded() {
        tell(observer::clientEnded);
    }

    void serverEnded() {
        tell(observer::serverEnded);
    }

    /** What comes next comes through TLS, and is read as well. */
    void tlsEstablished() {
        tell(observer::tlsEstablished);
    }

    private void tell(Runnable call) {
        reads &= observer.phase() != Phase.RAW_AUTHENTICATION;
        if (reads && heard.error().isEmpty()) {
            try {
                call.run();
            } catch (RemoteProtocolException e) {
                heard.failed(e);
            }
        }
    }

    /** How the conversation ends behind a first packet of another version, only a session tells. */
    void compare(Heard session, Phase phase) {
        reads &= observer.phase() != Phase.RAW_AUTHENTICATION;
        if (reads) {
            Heard.assertSame(session, heard, "an observer");
            Check.that(phase == observer.phase() || observer.phase() == Phase.UNSUPPORTED, "phase of the observer");
        }
    }

    @Override
    public void client(FrontendMessage message) {
        if (hearsClient) {
            heard.add(message);
        }
    }

    @Override
    public void server(BackendMessage message) {
        if (!hearsClient) {
            heard.add(message);
        }
    }
}
