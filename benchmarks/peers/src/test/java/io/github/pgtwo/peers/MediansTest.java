package io.github.pgtwo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.peers.client.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {
    @Test
    void theMiddleOrWhatLiesBetweenTheTwoInTheMiddle() {
        assertThat(Medians.median(3, 1, 100)).isEqualTo(3);
        assertThat(Medians.median(4, 1, 100, 3)).isEqualTo(3.5);
        assertThat(Medians.median(7)).isEqualTo(7);
    }

    @Test
    void eachFigureHasItsOwnAndTheSpreadIsOfCpu() {
        Medians medians = new Medians(List.of(
                new Sample(100, 20, 9, 1, 50, -3, 0),
                new Sample(80, 90, 7, 2, 70, 5, 0),
                new Sample(120, 30, 8, 3, 60, 4, 0)));
        assertThat(List.of(medians.cpu(), medians.wall(), medians.process(), medians.allocated(), medians.held()))
                .containsExactly(100.0, 8.0, 2.0, 60.0, 4.0);
        assertThat(medians.spread()).isEqualTo(0.2);
        assertThat(medians.systemPart().getMin()).isEqualTo(0.2);
        assertThat(medians.systemPart().getMax())
                .as("hundredths of a second are coarse")
                .isEqualTo(1);
    }

    @Test
    void eachAmountHasItsOwn() {
        List<Medians> medians = Medians.ofEach(List.of(List.of(cpu(1), cpu(10)), List.of(cpu(3), cpu(30))));
        assertThat(medians).extracting(Medians::cpu).containsExactly(2.0, 20.0);
    }

    private static Sample cpu(long nanos) {
        return new Sample(nanos, 0, 0, 0, 0, 0, 0);
    }
}
