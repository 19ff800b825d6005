package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.Check;
import io.github.pgtwo.testkit.internal.Expect;
import io.github.pgtwo.testkit.internal.Task;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who can be reached, and what is said of those who cannot. */
final class ConnectChecks {
    private final Setup setup;

    ConnectChecks(Setup setup) {
        this.setup = setup;
    }

    List<Check> list() {
        List<Check> checks = new ArrayList<>();
        checks.add(setup.check("supports() knows its endpoints from others", this::supports));
        checks.add(setup.check("a refused connection is an error that names the endpoint", this::refused));
        silent().ifPresent(endpoint ->
                checks.add(setup.check("a connection that is not answered times out", () -> timesOut(endpoint))));
        return checks;
    }

    private Optional<Endpoint> silent() {
        try {
            return setup.server().silent();
        } catch (IOException e) {
            throw new AssertionError("no silent endpoint: " + e, e);
        }
    }

    private void supports() {
        Endpoint own = setup.server().endpoint();
        Endpoint foreign = new Endpoint.Custom(URI.create("contract:foreign"));
        Expect.that(setup.transport().supports(own), "supports() denies " + own);
        Expect.that(!setup.transport().supports(foreign), "supports() accepts " + foreign);
    }

    private void refused() {
        Endpoint deserted = setup.server().deserted();
        Exception failure = open(deserted, setup.patience());
        Expect.isA(IOException.class, failure, "open()");
        Expect.that(
                String.valueOf(failure.getMessage()).contains(deserted.toString()),
                "the error does not name " + deserted + ": " + failure.getMessage());
    }

    private void timesOut(Endpoint silent) {
        Expect.isA(SocketTimeoutException.class, open(silent, setup.shortWait()), "open()");
    }

    private Exception open(Endpoint endpoint, Duration timeout) {
        Task<ByteStream> open = Task.start(() -> setup.transport().open(endpoint, timeout));
        return open.failure(setup.patience(), "open() of " + endpoint);
    }
}
