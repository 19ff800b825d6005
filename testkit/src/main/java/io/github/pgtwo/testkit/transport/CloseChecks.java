package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.testkit.Check;
import io.github.pgtwo.testkit.internal.Expect;
import io.github.pgtwo.testkit.internal.Task;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** This side closes the stream. */
final class CloseChecks {
    /** One of the ways to write. */
    private interface Write {
        void write(Connection connection, byte[] bytes) throws IOException;
    }

    private final Setup setup;

    CloseChecks(Setup setup) {
        this.setup = setup;
    }

    List<Check> list() {
        return List.of(
                setup.check("close() wakes a read that waits", this::wakesRead),
                setup.check("close() wakes a write that waits", () -> wakesWrite(Connection::streamSends)),
                setup.check(
                        "a write that reads meanwhile wakes at close()",
                        () -> wakesWrite(Connection::streamSendsAndReceives)),
                setup.check("a read and a write after close() are refused", this::refusesAfterwards),
                setup.check("a second close() does nothing", this::closesTwice),
                setup.check("the peer notices close()", this::peerNotices));
    }

    private void wakesRead() throws Exception {
        try (Connection connection = setup.connect()) {
            Task<Integer> read = Task.start(() -> connection.stream().read(new byte[10], 0, 10));
            setup.letOthersBlock();
            closeAndExpectEnd(connection, read, "a read during close()");
        }
    }

    private void wakesWrite(Write call) throws Exception {
        AtomicInteger written = new AtomicInteger();
        try (Connection connection = setup.connect()) {
            Task<Boolean> write = Task.run(() -> writeWithoutEnd(connection, call, written));
            waitUntilStuck(write, written);
            closeAndExpectEnd(connection, write, "a write during close()");
        }
    }

    private static void writeWithoutEnd(Connection connection, Write call, AtomicInteger written) throws IOException {
        while (true) {
            call.write(connection, new byte[50_000]);
            written.incrementAndGet();
        }
    }

    private void waitUntilStuck(Task<Boolean> write, AtomicInteger written) throws InterruptedException {
        int before;
        do {
            before = written.get();
            setup.letOthersBlock();
        } while (!write.isDone() && written.get() != before);
    }

    private void closeAndExpectEnd(Connection connection, Task<?> blocked, String what) throws Exception {
        Task<Boolean> close = Task.run(connection::closeStream);
        Expect.isA(StreamClosedException.class, blocked.failure(setup.patience(), what), what);
        close.within(setup.patience(), "close()");
    }

    private void refusesAfterwards() throws Exception {
        try (Connection connection = setup.connect()) {
            connection.closeStream();
            Task<Integer> read = Task.start(() -> connection.stream().read(new byte[10], 0, 10));
            Task<Boolean> write = Task.run(() -> connection.streamSends(new byte[10]));
            Exception ofRead = read.failure(setup.patience(), "a read after close()");
            Exception ofWrite = write.failure(setup.patience(), "a write after close()");
            Expect.isA(StreamClosedException.class, ofRead, "a read after close()");
            Expect.isA(StreamClosedException.class, ofWrite, "a write after close()");
        }
    }

    private void closesTwice() throws Exception {
        try (Connection connection = setup.connect()) {
            connection.closeStream();
            connection.closeStream();
            Task.run(connection::closeStream).within(setup.patience(), "close() by another thread");
        }
    }

    private void peerNotices() throws Exception {
        byte[] last = Expect.bytes(10, 100);
        try (Connection connection = setup.connect()) {
            connection.streamSends(last);
            connection.closeStream();
            Expect.sameBytes(last, connection.peerReceives(last.length));
            Task<Integer> read = Task.start(() -> connection.peer().read(new byte[10], 0, 10));
            int n = read.within(setup.patience(), "the peer's read after close()");
            Expect.that(n == -1, "the peer's read after close() returned " + n);
        }
    }
}
