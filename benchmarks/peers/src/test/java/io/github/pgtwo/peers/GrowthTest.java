package io.github.pgtwo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.peers.client.Amount;
import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Sample;
import io.github.pgtwo.peers.client.Work;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {
    /** Ten times as much, of which the small part is done twice. */
    private static final Growth.Step ROWS = new Growth.Step("rows", Work.ROWS, new Amount(10, 2), 100);

    private static final Medians LITTLE = medians(200, 200, 2_000_000, 0);
    private static final Medians LINEAR = medians(1_200, 500, 11_000_000, 900_000);

    private static Medians medians(long cpu, long wall, long allocated, long held) {
        return new Medians(List.of(new Sample(cpu, 0, wall, 0, allocated, held, 0)));
    }

    private static List<String> bars(GrowthLine... lines) {
        return new GrowthTable(List.of(lines)).bars();
    }

    @Test
    void aRowTellsOfOneTimeWhatWasDoneSeveralTimes() {
        GrowthLine linear = new GrowthLine(ROWS, Peer.PGTWO, medians(200, 200, 2_000_000, -5), LINEAR);
        assertThat(new GrowthTable(List.of(linear)).lines())
                .last()
                .isEqualTo("| rows | pgtwo | 10 | 100 | 0.0000 to 0.0000 s: x 12.0 | 0.0000 to 0.0000 s: x 5.0"
                        + " | 1.00 to 11.00 MB: x 11.0 | 0.00 to 0.90 MB |");
        assertThat(bars(linear)).containsExactly("nothing more than 1.25 x linear: met");
    }

    @ParameterizedTest
    @CsvSource({
        "1300,  500, 11000000,       0, CPU",
        "1200, 1300, 11000000,       0, wall",
        "1200,  500, 13000000,       0, allocated",
        "1200,  500, 11000000, 3000000, still held"
    })
    void whatGrowsByMoreThanTheWorkIsMarked(long cpu, long wall, long allocated, long held, String name) {
        GrowthLine linear = new GrowthLine(ROWS, Peer.HAND, LITTLE, LINEAR);
        GrowthLine worse = new GrowthLine(ROWS, Peer.PGTWO, LITTLE, medians(cpu, wall, allocated, held));
        assertThat(worse.row()).containsOnlyOnce("**worse than linear**");
        assertThat(bars(linear, worse))
                .containsExactly("nothing more than 1.25 x linear: **missed** by " + name + " of rows");
    }

    @Test
    void whatGrowsSoByHandTooIsNotOurs() {
        GrowthLine hand = new GrowthLine(ROWS, Peer.HAND, LITTLE, medians(1_300, 1_300, 0, 0));
        assertThat(bars(hand)).isEmpty();
        assertThat(bars(hand, new GrowthLine(ROWS, Peer.PGTWO, LITTLE, medians(1_300, 500, 0, 0))))
                .containsExactly("nothing more than 1.25 x linear: met (by hand too: CPU of rows)");
        assertThat(bars(hand, new GrowthLine(ROWS, Peer.PGTWO, LITTLE, medians(1_300, 500, 13_000_000, 0))))
                .containsExactly("nothing more than 1.25 x linear: **missed** by allocated of rows"
                        + " (by hand too: CPU of rows)");
    }

    @Test
    void asMuchInAllIsDoneInSmallPortions() {
        Growth.Step step = new Growth.Step("queries", Work.DEPTH, 100, 10_000);
        assertThat(step.from()).isEqualTo(new Amount(100, 100));
        assertThat(step.factor()).isEqualTo(100);
    }
}
