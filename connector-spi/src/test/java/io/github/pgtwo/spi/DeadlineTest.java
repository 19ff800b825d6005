package io.github.pgtwo.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void zeroAndWhatNobodyLivesToSeeIsNever() throws SocketTimeoutException {
        for (Duration time : new Duration[] {Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE)}) {
            assertThat(Deadline.in(time)).isSameAs(Deadline.NONE);
        }
        assertThat(Deadline.NONE.isOver()).isFalse();
        assertThat(Deadline.NONE.left()).isZero();
    }

    @Test
    void whatIsLeftIsNeverZeroForItWouldBeForEver() throws SocketTimeoutException {
        Deadline far = Deadline.in(Duration.ofDays(1));
        assertThat(far.isOver()).isFalse();
        assertThat(far.left()).isPositive().isLessThanOrEqualTo(Duration.ofDays(1));
        Deadline over = Deadline.in(Duration.ofNanos(1));
        assertThat(over.isOver()).isTrue();
        assertThatThrownBy(over::left).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void negativeTimesAreRefused() {
        assertThatThrownBy(() -> Deadline.in(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
