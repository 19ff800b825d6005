package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Sample;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What several runs of one client have in the middle, each figure by itself. */
record Medians(List<Sample> samples) {

    /** Of runs that have measured several amounts, those of each amount. */
    static List<Medians> ofEach(List<List<Sample>> runs) {
        return IntStream.range(0, runs.get(0).size())
                .mapToObj(i -> new Medians(runs.stream().map(run -> run.get(i)).toList()))
                .toList();
    }

    double cpu() {
        return of(Sample::cpu);
    }

    double wall() {
        return of(Sample::wall);
    }

    double process() {
        return of(Sample::process);
    }

    double allocated() {
        return of(Sample::allocated);
    }

    double held() {
        return of(Sample::held);
    }

    /** The half of the distance between the largest and the smallest, as a part of the median. */
    double spread() {
        long largest = samples.stream().mapToLong(Sample::cpu).max().orElseThrow();
        long smallest = samples.stream().mapToLong(Sample::cpu).min().orElseThrow();
        return (largest - smallest) / 2.0 / cpu();
    }

    /** What part of its CPU time the system has taken in each run. */
    DoubleSummaryStatistics systemPart() {
        return samples.stream()
                .mapToDouble(sample -> Math.min(1, (double) sample.system() / sample.cpu()))
                .summaryStatistics();
    }

    private double of(ToLongFunction<Sample> figure) {
        return median(samples.stream().mapToLong(figure).toArray());
    }

    static double median(long... values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
