package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.Check;
import io.github.pgtwo.testkit.internal.Expect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Nothing stays open that was closed or never came to be. */
final class DescriptorChecks {
    private static final Path OPEN_DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int FAILURES = 100;

    /** What other threads of the program may have opened in the meantime. */
    private static final int TOLERANCE = 20;

    private final Setup setup;
    private final int connections;

    DescriptorChecks(Setup setup, int connections) {
        this.setup = setup;
        this.connections = connections;
    }

    List<Check> list() {
        if (!Files.isDirectory(OPEN_DESCRIPTORS)) {
            return List.of();
        }
        return List.of(
                setup.check(connections + " connections leave no descriptor behind", this::connections),
                setup.check(FAILURES + " refused connections leave no descriptor behind", this::failures));
    }

    private void connections() throws IOException {
        connectAndClose();
        long before = openDescriptors();
        for (int i = 0; i < connections; i++) {
            connectAndClose();
        }
        expectNoneLeft(before);
    }

    /** In between is written in the way that may need the most descriptors. */
    private void connectAndClose() throws IOException {
        try (Connection connection = setup.connect()) {
            connection.streamSendsAndReceives(new byte[1]);
        }
    }

    private void failures() throws IOException {
        failToConnect(setup.server().deserted());
        long before = openDescriptors();
        for (int i = 0; i < FAILURES; i++) {
            failToConnect(setup.server().deserted());
        }
        expectNoneLeft(before);
    }

    private void failToConnect(Endpoint deserted) {
        try {
            setup.transport().open(deserted, setup.patience()).close();
        } catch (IOException expected) {
            return;
        }
        throw new AssertionError("somebody listens at " + deserted);
    }

    private static void expectNoneLeft(long before) throws IOException {
        long left = openDescriptors() - before;
        Expect.that(left < TOLERANCE, left + " descriptors are still open");
    }

    private static long openDescriptors() throws IOException {
        try (Stream<Path> descriptors = Files.list(OPEN_DESCRIPTORS)) {
            return descriptors.count();
        }
    }
}
