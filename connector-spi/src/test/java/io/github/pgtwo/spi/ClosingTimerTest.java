package io.github.pgtwo.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ClosingTimerTest {
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Only its end matters. */
    private final class Stream implements ByteStream {
        @Override
        public int read(byte[] into, int offset, int length) {
            return -1;
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) {}

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) {}

        @Override
        public void readTimeout(Duration timeout) {}

        @Override
        public ChannelInfo info() {
            return ChannelInfo.plain("test");
        }

        @Override
        public void close() throws IOException {
            closed.countDown();
            throw new IOException("of a test");
        }
    }

    @Test
    void closesWhenTheTimeIsOver() throws InterruptedException {
        IOException failure = new IOException("closed");
        try (ClosingTimer timer = ClosingTimer.after(Duration.ofMillis(1), new Stream())) {
            closed.await();
            assertThat(timer.explained(failure, "late"))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("late")
                    .hasCause(failure);
        }
    }

    @Test
    void stopsBeforeIt() {
        IOException failure = new IOException("reset");
        ClosingTimer timer = ClosingTimer.after(Duration.ofHours(1), new Stream());
        assertThat(timer.explained(failure, "late")).isSameAs(failure);
        timer.close();
        assertThat(timer.explained(failure, "late")).isSameAs(failure);
        assertThat(closed.getCount()).isOne();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("pgtwo-closing");
    }
}
