package io.github.pgtwo.client.type;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time of day, which unlike those of {@code java.time} may be 24:00:00.
 *
 * @param sinceMidnight 0 to 24 hours
 * @param offset the offset from UTC, of the type timetz
 */
public record PgTime(Duration sinceMidnight, Optional<ZoneOffset> offset) {
    private static final Duration DAY = Duration.ofDays(1);

    /** Checks the range. */
    public PgTime {
        if (sinceMidnight.isNegative() || sinceMidnight.compareTo(DAY) > 0) {
            throw new ValueException("is out of the range of a day");
        }
    }

    /** Without the offset; throws {@link ValueException} for 24:00:00. */
    public LocalTime toLocalTime() {
        if (sinceMidnight.equals(DAY)) {
            throw new ValueException("is 24:00:00: read it as TIME_OF_DAY");
        }
        return LocalTime.ofNanoOfDay(sinceMidnight.toNanos());
    }

    /** With the offset; throws {@link ValueException} for 24:00:00, and without an offset. */
    public OffsetTime toOffsetTime() {
        return toLocalTime().atOffset(offset.orElseThrow(() -> new ValueException("has no offset from UTC")));
    }
}
