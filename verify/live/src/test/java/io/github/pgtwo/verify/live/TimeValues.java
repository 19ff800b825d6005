package io.github.pgtwo.verify.live;

import static io.github.pgtwo.verify.live.PlainValues.edges;

import io.github.pgtwo.client.type.OrInfinity;
import io.github.pgtwo.client.type.PgInterval;
import io.github.pgtwo.client.type.PgTime;
import io.github.pgtwo.client.type.Types;
import io.github.pgtwo.verify.live.ValueCase.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Values of dates and times, over all that servers can hold, and of intervals. */
final class TimeValues {
    private static final LocalDateTime FIRST = LocalDateTime.of(-4712, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000);
    private static final LocalDate LAST_DATE = LocalDate.of(5874897, 12, 31);
    private static final long MICROS_A_DAY = Duration.ofDays(1).toNanos() / 1000;

    private TimeValues() {}

    static List<ValueCase<?>> all() {
        return List.of(dates(), timestamps(), moments(), abstimes(), times("time"), times("timetz"), intervals());
    }

    /** A year before Christ says so at its end. */
    private static String year(LocalDate date, String rest) {
        int year = date.getYear();
        String text = String.format(
                Locale.ROOT, "%04d-%02d-%02d", year > 0 ? year : 1 - year, date.getMonthValue(), date.getDayOfMonth());
        return text + rest + (year > 0 ? "" : " BC");
    }

    private static String clock(LocalDateTime time) {
        return String.format(
                Locale.ROOT,
                " %02d:%02d:%02d.%06d",
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                time.getNano() / 1000);
    }

    private static <T> Function<OrInfinity<T>, String> orInfinity(Function<T, String> text) {
        return value -> value.finite().map(text).orElseGet(value::toString);
    }

    private static ValueCase<?> dates() {
        Function<OrInfinity<LocalDate>, String> text = orInfinity(date -> year(date, ""));
        long days = ChronoUnit.DAYS.between(FIRST.toLocalDate(), LAST_DATE);
        return new ValueCase<>(
                "date",
                Types.DATE_OR_INFINITY,
                edges(
                        text,
                        OrInfinity.infinite(true),
                        OrInfinity.infinite(false),
                        OrInfinity.of(FIRST.toLocalDate()),
                        OrInfinity.of(LAST_DATE),
                        OrInfinity.of(LocalDate.of(0, 2, 29)),
                        OrInfinity.of(LocalDate.of(1, 1, 1)),
                        OrInfinity.of(LocalDate.of(10000, 1, 1))),
                ValueCase.by(
                        random -> OrInfinity.of(FIRST.toLocalDate().plusDays((random.nextLong() >>> 1) % days)), text));
    }

    /** Half of them near to our time. */
    private static LocalDateTime timestamp(Random random) {
        LocalDateTime from = random.nextBoolean() ? FIRST : LocalDateTime.of(1900, 1, 1, 0, 0);
        LocalDateTime to = from.equals(FIRST) ? LAST : LocalDateTime.of(2100, 1, 1, 0, 0);
        long seconds = (random.nextLong() >>> 1) % ChronoUnit.SECONDS.between(from, to);
        int micros = random.nextBoolean() ? 0 : random.nextInt(1_000_000);
        return from.plusSeconds(seconds).plus(micros, ChronoUnit.MICROS);
    }

    private static String text(LocalDateTime time) {
        return year(time.toLocalDate(), clock(time));
    }

    private static ValueCase<?> timestamps() {
        Function<OrInfinity<LocalDateTime>, String> text = orInfinity(TimeValues::text);
        List<Sample<OrInfinity<LocalDateTime>>> edges = new ArrayList<>(edges(
                text,
                OrInfinity.infinite(true),
                OrInfinity.infinite(false),
                OrInfinity.of(FIRST),
                OrInfinity.of(LAST),
                OrInfinity.of(LocalDateTime.of(0, 12, 31, 23, 59, 59, 1000)),
                OrInfinity.of(LocalDateTime.of(2000, 1, 1, 0, 0))));
        edges.add(new Sample<>("1998-12-31 23:59:60", OrInfinity.of(LocalDateTime.of(1999, 1, 1, 0, 0))));
        return new ValueCase<>(
                "timestamp",
                Types.TIMESTAMP_OR_INFINITY,
                edges,
                ValueCase.by(random -> OrInfinity.of(timestamp(random)), text));
    }

    private static OrInfinity<Instant> moment(OrInfinity<OffsetDateTime> time) {
        return new OrInfinity<>(time.kind(), time.finite().map(OffsetDateTime::toInstant));
    }

    private static String utc(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return year(time.toLocalDate(), clock(time) + "+00");
    }

    private static ValueCase<?> moments() {
        Function<OrInfinity<Instant>, String> text = orInfinity(TimeValues::utc);
        return new ValueCase<>(
                "timestamptz",
                Types.TIMESTAMPTZ_OR_INFINITY.map(TimeValues::moment),
                edges(
                        text,
                        OrInfinity.infinite(true),
                        OrInfinity.infinite(false),
                        OrInfinity.of(FIRST.plusDays(1).toInstant(ZoneOffset.UTC)),
                        OrInfinity.of(Instant.parse("2020-10-25T00:30:00Z")),
                        OrInfinity.of(Instant.parse("2020-10-25T01:30:00Z"))),
                ValueCase.by(random -> OrInfinity.of(timestamp(random).toInstant(ZoneOffset.UTC)), text));
    }

    private static ValueCase<?> abstimes() {
        Function<OrInfinity<Instant>, String> text = orInfinity(TimeValues::utc);
        return new ValueCase<>(
                        "abstime",
                        Types.ABSTIME_OR_INFINITY.map(TimeValues::moment),
                        edges(
                                text,
                                OrInfinity.infinite(true),
                                OrInfinity.infinite(false),
                                OrInfinity.of(Instant.EPOCH)),
                        ValueCase.by(random -> OrInfinity.of(Instant.ofEpochSecond(random.nextInt() / 2)), text))
                .until(1100);
    }

    private static ValueCase<?> times(String sqlType) {
        boolean zoned = sqlType.equals("timetz");
        Duration day = Duration.ofDays(1);
        Function<Random, Optional<ZoneOffset>> offset = random -> Optional.of(random)
                .filter(any -> zoned)
                .map(any -> ZoneOffset.ofTotalSeconds(any.nextInt(2 * 57_600 - 1) - 57_599));
        List<Sample<PgTime>> edges = new ArrayList<>(edges(
                TimeValues::text,
                new PgTime(Duration.ZERO, offset.apply(new Random(0))),
                new PgTime(day, offset.apply(new Random(0)))));
        edges.add(new Sample<>(
                "23:59:60" + (zoned ? "+00" : ""),
                new PgTime(day, Optional.of(ZoneOffset.UTC).filter(utc -> zoned))));
        return new ValueCase<>(
                sqlType,
                Types.TIME_OF_DAY,
                edges,
                ValueCase.by(
                        random -> new PgTime(
                                Duration.of((random.nextLong() >>> 1) % MICROS_A_DAY, ChronoUnit.MICROS),
                                offset.apply(random)),
                        TimeValues::text));
    }

    private static String text(PgTime time) {
        long seconds = time.sinceMidnight().toSeconds();
        String clock = String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%06d",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60,
                time.sinceMidnight().toNanosPart() / 1000);
        return clock
                + time.offset()
                        .map(offset -> offset.getId().replace("Z", "+00"))
                        .orElse("");
    }

    private static ValueCase<?> intervals() {
        return new ValueCase<>(
                "interval",
                Types.INTERVAL,
                edges(
                        TimeValues::text,
                        new PgInterval(0, 0, 0),
                        new PgInterval(-14, 3, -14_706_700_000L),
                        new PgInterval(14, -3, 500_000),
                        new PgInterval(0, -3, -1),
                        new PgInterval(0, 0, -1),
                        new PgInterval(-1, 0, 1),
                        new PgInterval(Integer.MAX_VALUE, -Integer.MAX_VALUE, 1L << 53)),
                ValueCase.by(TimeValues::interval, TimeValues::text));
    }

    /** With all signs, as some styles take one for all. */
    private static String text(PgInterval value) {
        long size = Math.abs(value.micros());
        return String.format(
                Locale.ROOT,
                "%+d mons %+d days %s%02d:%02d:%02d.%06d",
                value.months(),
                value.days(),
                value.micros() < 0 ? "-" : "+",
                size / 3_600_000_000L,
                size / 60_000_000 % 60,
                size / 1_000_000 % 60,
                size % 1_000_000);
    }

    /** Often some parts are zero, as styles then look different. */
    private static PgInterval interval(Random random) {
        return new PgInterval(
                random.nextBoolean() ? 0 : random.nextInt() >> random.nextInt(32),
                random.nextBoolean() ? 0 : random.nextInt() >> random.nextInt(32),
                random.nextInt(3) == 0 ? 0 : random.nextLong() >> (10 + random.nextInt(50)));
    }
}
