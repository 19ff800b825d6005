package io.github.pgtwo.client.type;

import java.time.Duration;
import java.time.Period;

/**
 * An interval, in the three parts that do not add up to each other: a month has no fixed number of days, and a day not
 * always 24 hours. Servers up to 8.0 keep days as part of the time; they show in text, but not in binary form.
 *
 * @param months of either sign, as the others
 * @param days may be more than a month has
 * @param micros microseconds; may be more than a day has
 */
public record PgInterval(int months, int days, long micros) {
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int MONTHS_A_YEAR = 12;

    /** Years, months and days. */
    public Period period() {
        return Period.of(months / MONTHS_A_YEAR, months % MONTHS_A_YEAR, days);
    }

    /** The time of it, without the days. */
    public Duration time() {
        return Duration.ofSeconds(
                Math.floorDiv(micros, MICROS_A_SECOND), 1000 * Math.floorMod(micros, MICROS_A_SECOND));
    }

    /** In the format of ISO 8601, which all servers understand from 8.4 on. */
    @Override
    public String toString() {
        String dates = months == 0 && days == 0 ? "P" : period().toString();
        return micros == 0 && !dates.equals("P")
                ? dates
                : dates + time().toString().substring(1);
    }
}
