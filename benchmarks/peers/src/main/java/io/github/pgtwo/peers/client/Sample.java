package io.github.pgtwo.peers.client;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one run of one client has taken.
 *
 * @param cpu nanoseconds of all threads, for the work alone
 * @param system what part of it the system has taken, as far as {@link CpuTime#system} knows
 * @param wall nanoseconds, for the work alone
 * @param process nanoseconds of all threads since the JVM began, warm-up included
 * @param allocated bytes, by all threads for the work alone
 * @param held bytes of the heap that are still in use behind the work, more than before it
 * @param sum what the client makes of what it has read
 */
public record Sample(long cpu, long system, long wall, long process, long allocated, long held, long sum) {
    private static final String BETWEEN = ", ";

    /** From what {@link #line} made. */
    public static List<Sample> parse(String line) {
        if (!line.matches("(-?\\d+ ){6}-?\\d+(, (-?\\d+ ){6}-?\\d+)*")) {
            throw new IllegalArgumentException("a client has said \"" + line + "\" in the place of what it measured");
        }
        return Arrays.stream(line.split(BETWEEN, -1)).map(Sample::one).toList();
    }

    private static Sample one(String text) {
        long[] numbers =
                Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Sample(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }

    static String line(List<Sample> samples) {
        return samples.stream().map(Sample::text).collect(Collectors.joining(BETWEEN));
    }

    private String text() {
        return cpu + " " + system + " " + wall + " " + process + " " + allocated + " " + held + " " + sum;
    }
}
