package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.testkit.Check;
import io.github.pgtwo.testkit.internal.Expect;
import io.github.pgtwo.testkit.internal.Task;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;

/** The peer goes, politely or not. */
final class EndChecks {
    private static final int END_READS = 3;

    private final Setup setup;

    EndChecks(Setup setup) {
        this.setup = setup;
    }

    List<Check> list() {
        return List.of(
                setup.check("the end of the stream is -1, after all bytes, again and again", this::end),
                setup.check("a read from a peer that broke off ends", this::readAfterAbort),
                setup.check("a write to a peer that broke off fails", this::writeAfterAbort));
    }

    private void end() throws Exception {
        byte[] last = Expect.bytes(9, 500);
        try (Connection connection = setup.connect()) {
            connection.peerSends(last);
            connection.peer().close();
            Expect.sameBytes(last, connection.streamReceives(last.length));
            for (int i = 0; i < END_READS; i++) {
                Task<Integer> read = Task.start(() -> connection.stream().read(new byte[10], 0, 10));
                int n = read.within(setup.patience(), "a read at the end");
                Expect.that(n == -1, "a read at the end returned " + n);
            }
        }
    }

    private void readAfterAbort() throws Exception {
        try (Connection connection = setup.connect()) {
            connection.streamSends(new byte[10]);
            connection.peer().abort();
            Task<Boolean> reads = Task.run(() -> readToTheEnd(connection));
            reads.within(setup.patience(), "a read from a peer that broke off");
        }
    }

    private static void readToTheEnd(Connection connection) throws IOException {
        byte[] into = new byte[10];
        try {
            int n = connection.stream().read(into, 0, into.length);
            Expect.that(n == -1, "the peer sent nothing, and read() returned " + n);
        } catch (StreamClosedException | SocketTimeoutException e) {
            throw e;
        } catch (IOException expected) {
            Expect.that(expected.getMessage() != null, "the error has no message");
        }
    }

    private void writeAfterAbort() throws Exception {
        String what = "a write to a peer that broke off";
        try (Connection connection = setup.connect()) {
            connection.streamSends(new byte[10]);
            connection.peer().abort();
            Task<Boolean> writes = Task.run(() -> writeWithoutEnd(connection));
            Exception failure = writes.failure(setup.patience(), what);
            Expect.isA(IOException.class, failure, what);
            Expect.that(!(failure instanceof StreamClosedException), what + " is blamed on this side: " + failure);
        }
    }

    private static void writeWithoutEnd(Connection connection) throws IOException {
        while (true) {
            connection.streamSends(new byte[1000]);
        }
    }
}
