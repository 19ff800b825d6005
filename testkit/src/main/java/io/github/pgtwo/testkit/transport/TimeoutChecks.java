package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.testkit.Check;
import io.github.pgtwo.testkit.internal.Expect;
import io.github.pgtwo.testkit.internal.Task;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A read waits as long as it was told to. */
final class TimeoutChecks {
    private final Setup setup;

    TimeoutChecks(Setup setup) {
        this.setup = setup;
    }

    List<Check> list() {
        return List.of(
                setup.check("a read timeout is an exception and loses nothing", this::losesNothing),
                setup.check("a read timeout under a millisecond is not an endless one", this::tinyTimeout),
                setup.check("a read timeout of zero waits again", this::zeroWaits));
    }

    private void losesNothing() throws Exception {
        byte[] sent = Expect.bytes(7, 3000);
        try (Connection connection = setup.connect()) {
            connection.stream().readTimeout(setup.shortWait());
            for (int part = 0; part < sent.length; part += 1000) {
                byte[] bytes = Arrays.copyOfRange(sent, part, part + 1000);
                expectTimeout(connection);
                connection.peerSends(bytes);
                Expect.sameBytes(bytes, connection.streamReceives(bytes.length));
            }
        }
    }

    private void tinyTimeout() throws Exception {
        try (Connection connection = setup.connect()) {
            connection.stream().readTimeout(Duration.ofNanos(1));
            expectTimeout(connection);
        }
    }

    private void zeroWaits() throws Exception {
        byte[] sent = Expect.bytes(8, 10);
        try (Connection connection = setup.connect()) {
            connection.stream().readTimeout(setup.shortWait());
            connection.stream().readTimeout(Duration.ZERO);
            Task<byte[]> read = Task.start(() -> connection.streamReceives(sent.length));
            setup.letOthersBlock();
            connection.peerSends(sent);
            Expect.sameBytes(sent, read.within(setup.patience(), "a read with data to come"));
        }
    }

    private void expectTimeout(Connection connection) {
        String what = "a read of a silent peer, with a timeout,";
        Task<Integer> read = Task.start(() -> connection.stream().read(new byte[10], 0, 10));
        Expect.isA(SocketTimeoutException.class, read.failure(setup.patience(), what), what);
    }
}
