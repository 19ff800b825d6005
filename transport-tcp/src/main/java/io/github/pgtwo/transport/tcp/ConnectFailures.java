package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Timeouts;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What went wrong at each address of one endpoint, told in one exception. */
final class ConnectFailures {
    private final Endpoint endpoint;
    private final List<String> reasons = new ArrayList<>();
    private final List<IOException> causes = new ArrayList<>();

    ConnectFailures(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    void add(String where, IOException cause) {
        reasons.add(where + ": " + cause.getMessage());
        causes.add(cause);
    }

    /** A timeout if the time is over, or if the last address used up its share, which may end a little early. */
    IOException summary(boolean timeIsOver, Duration timeout) {
        boolean late = timeIsOver || lastTimedOut();
        String message = "cannot connect to " + endpoint + (late ? " within " + Timeouts.millis(timeout) + " ms" : "")
                + reasons();
        IOException summary = late ? new SocketTimeoutException(message) : new IOException(message);
        causes.forEach(summary::addSuppressed);
        return summary;
    }

    private boolean lastTimedOut() {
        return !causes.isEmpty() && causes.get(causes.size() - 1) instanceof SocketTimeoutException;
    }

    private String reasons() {
        return reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
    }
}
