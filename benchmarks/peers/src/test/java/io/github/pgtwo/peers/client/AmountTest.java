package io.github.pgtwo.peers.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void anArgumentIsOneAgain() {
        Amount amount = new Amount(100, 1);
        assertThat(amount.argument()).isEqualTo("100x1");
        assertThat(Amount.parse("100x1")).isEqualTo(amount);
    }

    @Test
    void itIsDoneAsOftenAsItSays() throws Exception {
        List<Integer> counts = new ArrayList<>();
        try (Task task = new Counting(counts)) {
            assertThat(new Amount(5, 3).run(task)).isEqualTo(15);
        }
        assertThat(counts).containsExactly(5, 5, 5);
    }

    private record Counting(List<Integer> counts) implements Task {
        @Override
        public long run(int count) {
            counts.add(count);
            return count;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
