package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.testkit.Check;
import java.io.IOException;
import java.time.Duration;

/**
 * What all checks work with.
 *
 * @param patience how long a single step may take before it counts as a hang
 */
record Setup(Transport transport, ContractServer server, Duration patience) {
    /** Several steps may be slow before the whole check is. */
    static final int STEPS = 4;

    private static final int WHILES = 15;
    private static final int SHORT_WAITS = 60;

    Check check(String name, Check.Body body) {
        return check(name, STEPS, body);
    }

    /** A check that takes its time: as long as so many steps may take. */
    Check check(String name, int steps, Check.Body body) {
        return new Check(name, patience.multipliedBy(steps), body);
    }

    Connection connect() throws IOException {
        ByteStream stream = transport.open(server.endpoint(), patience);
        return new Connection(stream, server.accept());
    }

    /** A timeout that passes within {@link #letOthersBlock}. */
    Duration shortWait() {
        return patience.dividedBy(SHORT_WAITS);
    }

    /** Long enough for another thread to get into a call that waits. */
    void letOthersBlock() throws InterruptedException {
        Thread.sleep(patience.toMillis() / WHILES);
    }
}
