package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.wire.LastWords;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.CopyInDone;
import io.github.pgtwo.spi.Arrival;
import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * Sends copy data, and hears what the server says meanwhile: it may wait for us to listen before it reads on, and an
 * error ends all talk at once (sections 7.1, 7.5).
 */
final class CopySender {
    /** How much is sent in one write. */
    static final int CHUNK = 64 << 10;

    private final Cycle cycle;
    private final Wire wire;
    private final Arrival arrival;

    CopySender(Wire wire, Cycle cycle) {
        this.wire = wire;
        this.cycle = cycle;
        arrival = () -> wire.hearMeanwhile(cycle::heardEarly);
    }

    private interface Sending {
        void run() throws IOException;
    }

    /** Sends these bytes, behind those that are queued: large ones at once and without a copy. */
    void send(Bytes data) {
        if (data.isEmpty()) {
            return;
        }
        CopyInData message = checked(data);
        if (data.length() < CHUNK) {
            run(() -> wire.queue(message));
        } else {
            flush();
            run(() -> wire.link().send(message, arrival));
        }
        if (wire.link().queued() >= CHUNK) {
            flush();
        }
    }

    /** Sends what is queued. */
    void flush() {
        if (wire.link().queued() > 0) {
            run(() -> wire.link().flush(arrival));
        }
    }

    /** Keeps the end of the data to be sent; it stands on a line of its own. */
    void queueEnd() {
        run(() -> wire.queue(new CopyInDone()));
    }

    private static CopyInData checked(Bytes data) {
        try {
            return new CopyInData(data);
        } catch (LocalProtocolException e) {
            throw refused(e);
        }
    }

    private void run(Sending sending) {
        cycle.checkFailure();
        try {
            sending.run();
        } catch (LocalProtocolException e) {
            throw refused(e);
        } catch (SocketTimeoutException e) {
            throw cycle.stuck(e);
        } catch (IOException e) {
            throw cycle.fail(LastWords.of(wire, e));
        } catch (PgException e) {
            throw cycle.fail(e);
        }
    }

    private static PgUsageException refused(LocalProtocolException e) {
        return new PgUsageException("this cannot be copied: " + e.getMessage(), e);
    }
}
