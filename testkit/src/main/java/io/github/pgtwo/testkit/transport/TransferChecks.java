package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.testkit.Check;
import io.github.pgtwo.testkit.internal.Expect;
import io.github.pgtwo.testkit.internal.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Bytes arrive as they were sent. */
final class TransferChecks {
    private static final int LARGE = 8 * 1024 * 1024;

    private final Setup setup;

    TransferChecks(Setup setup) {
        this.setup = setup;
    }

    List<Check> list() {
        return List.of(
                setup.check("bytes travel both ways unchanged", this::bothWays),
                setup.check("a read takes what is there and does not wait for more", this::oneByOne),
                setup.check("a large transfer runs both ways at once", this::largeBothWays));
    }

    private void bothWays() throws IOException {
        byte[] there = Expect.bytes(1, 2000);
        byte[] back = Expect.bytes(2, 2000);
        try (Connection connection = setup.connect()) {
            connection.streamSends(there);
            Expect.sameBytes(there, connection.peerReceives(there.length));
            connection.peerSends(back);
            Expect.sameBytes(back, connection.streamReceives(back.length));
        }
    }

    private void oneByOne() throws IOException {
        byte[] into = new byte[100];
        try (Connection connection = setup.connect()) {
            for (byte b = 0; b < 100; b++) {
                connection.peerSends(new byte[] {b});
                int n = connection.stream().read(into, 0, into.length);
                Expect.that(n == 1, "the peer sent one byte, and read() returned " + n);
                Expect.that(into[0] == b, "the peer sent " + b + ", and " + into[0] + " arrived");
            }
        }
    }

    private void largeBothWays() throws Exception {
        byte[] there = Expect.bytes(3, LARGE);
        byte[] back = Expect.bytes(4, LARGE);
        Duration patience = setup.patience();
        try (Connection connection = setup.connect()) {
            Task<byte[]> atPeer = Task.start(() -> connection.peerReceives(LARGE));
            Task<byte[]> here = Task.start(() -> connection.streamReceives(LARGE));
            Task<Boolean> streamSends = Task.run(() -> connection.streamSends(there));
            Task<Boolean> peerSends = Task.run(() -> connection.peerSends(back));
            streamSends.within(patience, "writing while another thread reads");
            peerSends.within(patience, "the peer's writing");
            Expect.sameBytes(there, atPeer.within(patience, "receiving at the peer"));
            Expect.sameBytes(back, here.within(patience, "reading while another thread writes"));
        }
    }
}
