package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.testkit.Check;
import io.github.pgtwo.testkit.internal.Expect;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Calls keep to the part of the array that they are given. */
final class RegionChecks {
    private static final byte UNTOUCHED = 0x55;
    private static final int OFFSET = 10;
    private static final int LENGTH = 20;

    private final Setup setup;

    RegionChecks(Setup setup) {
        this.setup = setup;
    }

    List<Check> list() {
        return List.of(
                setup.check("a read stores within its region only", this::readsWithinRegion),
                setup.check("a write sends its region only", this::writesRegion));
    }

    private void readsWithinRegion() throws IOException {
        byte[] sent = Expect.bytes(5, 100);
        byte[] into = new byte[50];
        Arrays.fill(into, UNTOUCHED);
        try (Connection connection = setup.connect()) {
            connection.peerSends(sent);
            int n = connection.stream().read(into, OFFSET, LENGTH);
            Expect.that(n >= 1 && n <= LENGTH, "read() of at most " + LENGTH + " bytes returned " + n);
            byte[] expected = new byte[50];
            Arrays.fill(expected, UNTOUCHED);
            System.arraycopy(sent, 0, expected, OFFSET, n);
            Expect.sameBytes(expected, into);
        }
    }

    private void writesRegion() throws IOException {
        byte[] from = Expect.bytes(6, 50);
        byte[] last = {1, 2, 3};
        try (Connection connection = setup.connect()) {
            connection.stream().writeFully(from, OFFSET, LENGTH);
            connection.streamSends(last);
            byte[] received = connection.peerReceives(LENGTH + last.length);
            Expect.sameBytes(Arrays.copyOfRange(from, OFFSET, OFFSET + LENGTH), Arrays.copyOf(received, LENGTH));
            Expect.sameBytes(last, Arrays.copyOfRange(received, LENGTH, received.length));
        }
    }
}
