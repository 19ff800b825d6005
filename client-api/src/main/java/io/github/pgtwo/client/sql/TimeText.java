package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates and times in ISO 8601, which servers read alike whatever DateStyle is (protocol 2.0, section 12.2). */
final class TimeText {
    private static final int FIRST_YEAR = -4713;
    private static final int LAST_YEAR = 5_874_897;
    private static final int NANOS_IN_MICRO = 1000;

    private TimeText() {}

    static String of(LocalDate date) {
        return day(date) + era(date);
    }

    static String of(LocalTime time) {
        if (time.getNano() % NANOS_IN_MICRO != 0) {
            throw new IllegalArgumentException("is finer than a server's microseconds: use truncatedTo(MICROS)");
        }
        String seconds =
                String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        int micros = time.getNano() / NANOS_IN_MICRO;
        return micros == 0 ? seconds : seconds + String.format(Locale.ROOT, ".%06d", micros);
    }

    static String of(LocalDateTime time, String offset) {
        return day(time.toLocalDate()) + " " + of(time.toLocalTime()) + offset + era(time.toLocalDate());
    }

    private static String day(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("is beyond what servers can have");
        }
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02d",
                date.get(ChronoField.YEAR_OF_ERA),
                date.getMonthValue(),
                date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() <= 0 ? " BC" : "";
    }

    /** An instant may be beyond what a LocalDateTime can have. */
    static void check(Instant instant) {
        Instant end = LocalDateTime.of(LAST_YEAR + 1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        Instant begin = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        if (instant.isBefore(begin) || !instant.isBefore(end)) {
            throw new IllegalArgumentException("is beyond what servers can have");
        }
    }

    /** The type of timestamps with or without a zone, as far as the release tells them apart. */
    static String type(String without, ServerProfile profile) {
        if (profile.has(ServerTrait.TWO_TIMESTAMPS)) {
            return "timestamp with" + without + " time zone";
        }
        return profile.has(ServerTrait.DATETIME) ? "datetime" : "timestamp";
    }
}
