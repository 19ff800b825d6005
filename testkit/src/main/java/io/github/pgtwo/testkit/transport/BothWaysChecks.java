package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.testkit.Check;
import io.github.pgtwo.testkit.internal.Expect;
import io.github.pgtwo.testkit.internal.Task;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One thread writes and reads meanwhile. */
final class BothWaysChecks {
    /** More than all buffers on the way hold. */
    private static final int LARGE = 16 * 1024 * 1024;

    private static final int SMALL = 100;

    private final Setup setup;

    BothWaysChecks(Setup setup) {
        this.setup = setup;
    }

    List<Check> list() {
        return List.of(
                setup.check("a write that reads meanwhile never waits for a peer that writes", this::peerWritesFirst),
                setup.check("a write that reads meanwhile tells what has arrived, though it could go on", this::tells),
                setup.check("a write that reads meanwhile tells again what was not read", this::tellsAgain),
                setup.check("a write that reads meanwhile ends with what its arrival throws", this::endsWithFailure));
    }

    private void peerWritesFirst() throws Exception {
        byte[] there = Expect.bytes(11, LARGE);
        byte[] back = Expect.bytes(12, LARGE);
        try (Connection connection = setup.connect()) {
            Task<byte[]> peer = Task.start(() -> {
                connection.peerSends(back);
                return connection.peerReceives(LARGE);
            });
            Task<byte[]> here = Task.start(() -> writeAndRead(connection, there));
            Expect.sameBytes(back, here.within(setup.patience(), "a write that reads meanwhile"));
            Expect.sameBytes(there, peer.within(setup.patience(), "the peer, which first writes and then reads,"));
            expectWaitingRead(connection);
        }
    }

    /** Afterwards everything is as before. */
    private void expectWaitingRead(Connection connection) throws Exception {
        byte[] question = Expect.bytes(15, SMALL);
        byte[] answer = Expect.bytes(16, SMALL);
        Task<byte[]> read = Task.start(() -> connection.streamReceives(SMALL));
        setup.letOthersBlock();
        connection.streamSends(question);
        Expect.sameBytes(question, connection.peerReceives(SMALL));
        connection.peerSends(answer);
        Expect.sameBytes(answer, read.within(setup.patience(), "a later read"));
    }

    /** Whatever arrived during the write, and the rest, as many bytes as are written. */
    private static byte[] writeAndRead(Connection connection, byte[] there) throws IOException {
        byte[] back = new byte[there.length];
        AtomicInteger have = new AtomicInteger();
        ByteStream stream = connection.stream();
        stream.writeFully(there, 0, there.length, () -> {
            int n = stream.read(back, have.get(), back.length - have.get());
            Expect.that(n > 0, "arrived() was called, and read() returned " + n);
            have.addAndGet(n);
        });
        byte[] rest = connection.streamReceives(back.length - have.get());
        System.arraycopy(rest, 0, back, have.get(), rest.length);
        return back;
    }

    private void tells() throws Exception {
        byte[] sent = Expect.bytes(13, SMALL);
        AtomicInteger have = new AtomicInteger();
        try (Connection connection = setup.connect()) {
            Task<byte[]> peer = peerReceivesLarge(connection, sent);
            byte[] into = new byte[SMALL];
            ByteStream stream = connection.stream();
            write(connection, () -> have.addAndGet(stream.read(into, have.get(), SMALL - have.get())));
            Expect.that(have.get() == SMALL, have + " of " + SMALL + " bytes that had arrived were told of");
            Expect.sameBytes(sent, into);
            peer.within(setup.patience(), "receiving at the peer");
        }
    }

    private void tellsAgain() throws Exception {
        byte[] sent = Expect.bytes(14, SMALL);
        AtomicInteger calls = new AtomicInteger();
        try (Connection connection = setup.connect()) {
            Task<byte[]> peer = peerReceivesLarge(connection, sent);
            write(connection, () -> connection.streamReceives(calls.incrementAndGet() == 1 ? 1 : SMALL - 1));
            Expect.that(
                    calls.get() == 2, "of " + SMALL + " bytes one was read, and arrived() called " + calls + " times");
            peer.within(setup.patience(), "receiving at the peer");
        }
    }

    private Task<byte[]> peerReceivesLarge(Connection connection, byte[] sentBefore) throws IOException {
        connection.peerSends(sentBefore);
        return Task.start(() -> connection.peerReceives(LARGE));
    }

    private void write(Connection connection, Arrival arrival) throws Exception {
        Task.run(() -> connection.stream().writeFully(new byte[LARGE], 0, LARGE, arrival))
                .within(setup.patience(), "a write that reads meanwhile");
    }

    private void endsWithFailure() throws Exception {
        IOException own = new IOException("seen enough");
        try (Connection connection = setup.connect()) {
            Task<byte[]> peer = peerReceivesLarge(connection, new byte[1]);
            Task<Boolean> write = Task.run(() -> connection.stream().writeFully(new byte[LARGE], 0, LARGE, () -> {
                throw own;
            }));
            Exception failure = write.failure(setup.patience(), "a write whose arrival fails");
            Expect.that(failure == own, "the arrival threw " + own + ", and the write " + failure);
            connection.closeStream();
            peer.failure(setup.patience(), "the peer of a write that has failed");
        }
    }
}
