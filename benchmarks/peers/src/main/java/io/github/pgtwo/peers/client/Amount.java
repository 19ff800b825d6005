package io.github.pgtwo.peers.client;

import java.util.Arrays;

/**
 * How much is measured at once.
 *
 * @param count of what the work counts in
 * @param times how often, one behind the other
 */
public record Amount(int count, int times) {
    private static final String TIMES = "x";

    /** From what {@link #argument} made. */
    static Amount parse(String argument) {
        int[] numbers = Arrays.stream(argument.split(TIMES, -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new Amount(numbers[0], numbers[1]);
    }

    /** For the command line of {@link Measured}. */
    public String argument() {
        return count + TIMES + times;
    }

    long run(Task task) throws Exception {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += task.run(count);
        }
        return sum;
    }
}
