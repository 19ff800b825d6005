package io.github.pgtwo.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Sample;
import io.github.pgtwo.peers.client.Work;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables, ratios and bars, from figures that are made up. */
class OutcomesTest {
    private static Medians medians(long cpu, long wall, long allocated) {
        return new Medians(List.of(new Sample(cpu, cpu / 4, wall, 3_000_000_000L, allocated, 0, 0)));
    }

    private static Comparison pings(List<Bar> bars) {
        return new Comparison(Work.PING, "pings", 500, 2, Unit.MICROS, List.of(Peer.values()), bars);
    }

    @Test
    void aComparisonHasRatiosFiguresForEachAndVerdicts() {
        Map<Peer, Medians> results = new EnumMap<>(Map.of(
                Peer.DRAIN, medians(50_000_000, 1, 0),
                Peer.HAND, medians(200_000_000, 40_000_000, 0),
                Peer.PGTWO, medians(300_000_000, 36_000_000, 120_000)));
        List<Bar> bars = List.of(
                Bar.cpu(1.4, Peer.HAND), Bar.wall(0.9, Peer.HAND), Bar.allocated(100), Bar.cpu(1, Peer.PGJDBC_V2));
        Outcome outcome = new ComparisonTable(pings(bars), results).outcome();
        assertThat(outcome.lines())
                .contains("| pgtwo | 300.0 us | 0 % | 25 to 25 % | 6.00 | 1.50 | 36.0 us | 120 B | 3.000 s |")
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(10));
        assertThat(outcome.lines().get(2)).as("too little time to split").startsWith("| drain | 50.0 us | 0 % |  |");
        assertThat(outcome.bars())
                .containsExactly(
                        "CPU at most 1.400 x hand: 1.500, **missed**",
                        "wall at most 0.9000 x hand: 0.9000, met",
                        "bytes allocated for each at most 100.0: 120.0, **missed**");
    }

    @Test
    void theTableOfAllLeavesOutWhomNobodyMeasured() {
        Map<Section, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put(pings(List.of()), new Outcome(List.of(), Map.of(Peer.PGTWO, "1 us"), List.of("a", "b")));
        outcomes.put(new Growth(), new Outcome(List.of(), Map.of(), List.of("c")));
        assertThat(Outcome.summary(outcomes))
                .containsExactly(
                        "| | pgtwo | bars of pgtwo |", "|---|---|---|", "| ping | 1 us | a; b |", "| growth |  | c |");
    }

    @Test
    void aColdStartHasAVerdictIfBothWereMeasured() {
        long[] second = {1_000_000_000L};
        Map<Peer, long[]> both = new EnumMap<>(Map.of(Peer.DRAIN, second, Peer.PGTWO, new long[] {1_500_000_000L}));
        assertThat(Cold.outcome(both).bars()).containsExactly("wall at most 1.250 x drain: 1.500, **missed**");
        assertThat(Cold.outcome(both).lines()).contains("| pgtwo | 1.500 s | 1.50 |");
        assertThat(Cold.outcome(new EnumMap<>(Map.of(Peer.PGTWO, second))).bars())
                .isEmpty();
    }

    @Test
    void clientsThatReadSomethingElseAreNotCompared() {
        Agreement agreement = new Agreement();
        agreement.add(Peer.DRAIN, 7);
        agreement.add(Peer.HAND, 1);
        agreement.add(Peer.PGTWO, 1);
        assertThatThrownBy(() -> agreement.add(Peer.PGTWO, 2)).hasMessageContaining("do not agree");
        Agreement repeated = new Agreement();
        repeated.add(Peer.PGTWO, 1);
        assertThatThrownBy(() -> repeated.add(Peer.PGTWO, 2)).hasMessageContaining("before that PGTWO=1");
    }
}
