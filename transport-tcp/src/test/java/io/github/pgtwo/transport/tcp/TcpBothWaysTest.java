package io.github.pgtwo.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamClosedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a write that reads meanwhile does beyond the contract: to the end of the stream, timeouts and interrupts. */
@Timeout(60)
class TcpBothWaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than all buffers hold. */
    private static final byte[] LARGE = new byte[16 * 1024 * 1024];

    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private ByteStream stream;
    private Socket peer;

    TcpBothWaysTest() throws IOException {}

    @BeforeEach
    void connect() throws IOException {
        stream = new TcpTransport().open(endpoint(), PATIENCE);
        peer = listener.accept();
    }

    private Endpoint endpoint() {
        return Endpoint.tcp("127.0.0.1", listener.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        stream.close();
        peer.close();
        listener.close();
    }

    /** It stays readable for ever; a write that told it again and again would not end. */
    @Test
    void theEndIsToldOnce() throws Exception {
        AtomicInteger told = new AtomicInteger();
        CountDownLatch heard = new CountDownLatch(1);
        peer.shutdownOutput();
        FutureTask<byte[]> received = start(() -> {
            heard.await();
            return peer.getInputStream().readNBytes(LARGE.length);
        });
        stream.writeFully(LARGE, 0, LARGE.length, () -> {
            assertThat(stream.read(new byte[1], 0, 1)).isEqualTo(-1);
            told.incrementAndGet();
            heard.countDown();
        });
        assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo(LARGE);
        stream.writeFully(LARGE, 0, 1, told::incrementAndGet);
        assertThat(told).hasValue(1);
    }

    @Test
    void readsKeepTheirTimeoutDuringTheWriteAndAfterwards() throws Exception {
        stream.readTimeout(Duration.ofMillis(20));
        peer.getOutputStream().write(1);
        assertThatThrownBy(() -> stream.writeFully(LARGE, 0, LARGE.length, this::readTwoBytes))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining(endpoint().toString());
        assertThatThrownBy(this::readTwoBytes).isInstanceOf(SocketTimeoutException.class);
        peer.getOutputStream().write(new byte[2]);
        readTwoBytes();
    }

    private void readTwoBytes() throws IOException {
        assertThat(stream.read(new byte[1], 0, 1)).isEqualTo(1);
        assertThat(stream.read(new byte[1], 0, 1)).isEqualTo(1);
    }

    @Test
    void anInterruptClosesTheStreamOfAWriteThatWaits() throws Exception {
        assertInterruptCloses(() -> stream.writeFully(LARGE, 0, LARGE.length, () -> {}));
    }

    @Test
    void anInterruptClosesTheStreamOfAReadThatWaits() throws Exception {
        assertInterruptCloses(() -> stream.read(new byte[1], 0, 1));
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }

    private void assertInterruptCloses(Work work) throws Exception {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            assertThatThrownBy(work::run)
                    .isInstanceOf(StreamClosedException.class)
                    .hasMessageContaining(endpoint().toString())
                    .hasMessageEndingWith("the thread that used it was interrupted");
            return Thread.interrupted();
        });
        Thread thread = new Thread(task);
        thread.start();
        thread.interrupt();
        assertThat(task.get(20, TimeUnit.SECONDS)).as("the interrupt is kept").isTrue();
        assertThatThrownBy(() -> stream.read(new byte[1], 0, 1)).isInstanceOf(StreamClosedException.class);
    }

    @Test
    void anInterruptEndsConnecting() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new TcpTransport().open(endpoint(), PATIENCE))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("cannot connect to " + endpoint() + ": the thread was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Through a proxy there is no channel; what can be done there is to look. */
    @Test
    void throughAProxyItLooksNowAndThen() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (SocksServer proxy = new SocksServer(listener.getLocalPort(), 0);
                ByteStream proxied =
                        new TcpTransport().withSocksProxy(proxy.address()).open(endpoint(), PATIENCE);
                Socket behind = listener.accept()) {
            FutureTask<byte[]> received = start(() -> {
                behind.getOutputStream().write(1);
                return behind.getInputStream().readNBytes(LARGE.length);
            });
            proxied.writeFully(LARGE, 0, LARGE.length, () -> told.addAndGet(proxied.read(new byte[1], 0, 1)));
            assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo(LARGE);
        }
        assertThat(told).hasValue(1);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static FutureTask<byte[]> start(Callable<byte[]> work) {
        FutureTask<byte[]> task = new FutureTask<>(work);
        new Thread(task).start();
        return task;
    }
}
