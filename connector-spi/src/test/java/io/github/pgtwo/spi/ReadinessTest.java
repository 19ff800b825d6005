package io.github.pgtwo.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadinessTest {
    private static final int SHORT = 50;

    private final Pipe pipe = Pipe.open();
    private final Readiness readiness = new Readiness(pipe.source());

    ReadinessTest() throws IOException {}

    @BeforeEach
    void doNotBlock() throws IOException {
        pipe.sink().configureBlocking(false);
        pipe.source().configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        pipe.source().close();
        pipe.sink().close();
        readiness.close();
    }

    @Test
    void tellsWhatIsReady() throws IOException {
        assertThat(readiness.await(SelectionKey.OP_READ, SHORT)).isZero();
        send();
        assertThat(readiness.await(SelectionKey.OP_READ, 0)).isEqualTo(SelectionKey.OP_READ);
        assertThat(readiness.awaitUninterruptibly(SelectionKey.OP_READ, 0)).isEqualTo(SelectionKey.OP_READ);
    }

    private void send() throws IOException {
        pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
    }

    @Test
    void anInterruptEndsAWaitOrIsKeptForLater() throws IOException {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> readiness.await(SelectionKey.OP_READ, 0))
                .isInstanceOf(ClosedByInterruptException.class);
        assertThat(readiness.awaitUninterruptibly(SelectionKey.OP_READ, SHORT)).isZero();
        send();
        assertThat(readiness.awaitUninterruptibly(SelectionKey.OP_READ, 0)).isEqualTo(SelectionKey.OP_READ);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void releasesTheChannelAndWatchesItAnew() throws IOException {
        readiness.release();
        send();
        readiness.await(SelectionKey.OP_READ, 0);
        assertThatThrownBy(() -> pipe.source().configureBlocking(true))
                .isInstanceOf(IllegalBlockingModeException.class);
        readiness.release();
        pipe.source().configureBlocking(true);
        pipe.source().configureBlocking(false);
        assertThat(readiness.await(SelectionKey.OP_READ, 0)).isEqualTo(SelectionKey.OP_READ);
    }

    @Test
    void closingWakesWhoWaits() throws Exception {
        FutureTask<Integer> wait = new FutureTask<>(() -> readiness.await(SelectionKey.OP_READ, 0));
        Thread waiting = new Thread(wait);
        waiting.start();
        while (!wentIn(waiting)) {
            Thread.onSpinWait();
        }
        readiness.close();
        assertThatThrownBy(wait::get).hasCauseInstanceOf(ClosedSelectorException.class);
        readiness.close();
        readiness.release();
        assertThatThrownBy(() -> readiness.await(SelectionKey.OP_READ, 0)).isInstanceOf(ClosedSelectorException.class);
    }

    private static boolean wentIn(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("select"));
    }
}
