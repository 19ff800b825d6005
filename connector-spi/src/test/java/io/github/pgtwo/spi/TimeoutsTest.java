package io.github.pgtwo.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutsTest {

    @ParameterizedTest
    @CsvSource({"PT0S,0", "PT0.000000001S,1", "PT0.001S,1", "PT0.001000001S,2", "PT2S,2000"})
    void roundsUp(Duration timeout, int millis) {
        assertThat(Timeouts.millis(timeout)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE / 1000 + 1, Long.MAX_VALUE})
    void isBounded(long seconds) {
        assertThat(Timeouts.millis(Duration.ofSeconds(seconds))).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void refusesNegativeOnes(long nanos) {
        assertThatThrownBy(() -> Timeouts.millis(Duration.ofNanos(nanos)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative");
    }
}
