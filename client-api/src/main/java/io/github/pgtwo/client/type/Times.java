package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times of day, which look the same in all DateStyles (section 12.1), and offsets. */
final class Times {
    private static final int NANO_DIGITS = 9;
    private static final long MICRO = 1000;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final double MOST_SECONDS = 9.2e12;
    private static final int LAST_HOUR = 24;
    private static final int SIXTY = 60;

    private Times() {}

    static PgTime text(Bytes value, ValueFormat format) {
        Scan scan = new Scan(value, "is no time");
        Duration time = Duration.ofNanos(nanoOfDay(scan));
        Optional<ZoneOffset> offset = Optional.empty();
        int sign = scan.sign();
        if (sign != 0) {
            offset = Optional.of(offset(scan, sign));
        }
        scan.end();
        return new PgTime(time, offset);
    }

    /** The second 60, a leap second or one that was rounded up, is the next minute's first, as for servers. */
    static long nanoOfDay(Scan scan) {
        int hours = scan.two();
        scan.expect(':');
        int minutes = scan.two();
        scan.expect(':');
        int seconds = scan.two();
        if (hours > LAST_HOUR || minutes >= SIXTY || seconds > SIXTY) {
            throw scan.wrong();
        }
        long second = (hours * (long) SIXTY + minutes) * SIXTY + seconds;
        return second * 1_000_000_000 + scan.fraction(NANO_DIGITS);
    }

    /** What follows a sign. */
    static ZoneOffset offset(Scan scan, int sign) {
        int seconds = scan.two() * SIXTY * SIXTY;
        if (scan.take(':')) {
            seconds += scan.two() * SIXTY;
            if (scan.take(':')) {
                seconds += scan.two();
            }
        }
        return ZoneOffset.ofTotalSeconds(sign * seconds);
    }

    /** Of timetz the zone follows, in seconds west of UTC. */
    static PgTime binary(Bytes value, ValueFormat format) {
        if (value.length() != Long.BYTES + Integer.BYTES) {
            return new PgTime(time(Binary.sized(value, Long.BYTES), format), Optional.empty());
        }
        Duration time = time(value, format);
        int west = Binary.int32(value, Long.BYTES, format);
        return new PgTime(time, Optional.of(ZoneOffset.ofTotalSeconds(Math.negateExact(west))));
    }

    static LocalTime withoutZone(PgTime time) {
        if (time.offset().isPresent()) {
            throw lostZone();
        }
        return time.toLocalTime();
    }

    static ValueException lostZone() {
        return new ValueException("has a time zone, which would be lost");
    }

    private static Duration time(Bytes value, ValueFormat format) {
        return Duration.ofNanos(Math.multiplyExact(micros(value, format), MICRO));
    }

    /** Of a time or an interval: 8 bytes. Floating point numbers are rounded to microseconds, as servers do. */
    static long micros(Bytes value, ValueFormat format) {
        return format.floatTimes() ? micros(Binary.float64(value, 0, format)) : Binary.int64(value, 0, format);
    }

    /** Only the part within a second is rounded, so that nothing of the rest is lost. */
    static long micros(double seconds) {
        if (!(Math.abs(seconds) < MOST_SECONDS)) {
            throw Integers.outOfRange();
        }
        long whole = (long) Math.floor(seconds);
        return Math.multiplyExact(whole, MICROS_A_SECOND) + (long) Math.rint((seconds - whole) * MICROS_A_SECOND);
    }
}
