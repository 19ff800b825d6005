package io.github.pgtwo.verify.live;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Function;

/** Dates and times by chance; what a server says of them in UTC and style ISO is read back by hand. */
final class TimeSpecimens {
    private static final long FIRST_DAY = LocalDate.of(-4712, 1, 1).toEpochDay();
    private static final long DAYS = LocalDate.of(29_427, 1, 1).toEpochDay() - FIRST_DAY;
    private static final long MICROS_A_DAY = 86_400_000_000L;

    private final Random random;

    TimeSpecimens(Random random) {
        this.random = random;
    }

    Specimen next() {
        LocalDate date = date();
        LocalTime time = time();
        LocalDateTime both = LocalDateTime.of(date, time);
        return switch (random.nextInt(5)) {
            case 0 -> specimen(date, TimeSpecimens::dateOf, date);
            case 1 -> specimen(time, LocalTime::parse, time);
            case 2 -> specimen(both, TimeSpecimens::bothOf, both);
            case 3 -> specimen(both.toInstant(ZoneOffset.UTC), TimeSpecimens::inUtc, both);
            default -> {
                ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(2 * 64_800) - 64_800);
                LocalDateTime utc = both.minusSeconds(offset.getTotalSeconds());
                yield specimen(both.atOffset(offset), TimeSpecimens::inUtc, utc);
            }
        };
    }

    private static <T> Specimen specimen(Object argument, Function<String, T> read, T expected) {
        return new Specimen(argument, "{p}", text -> text != null && expected.equals(read.apply(text)));
    }

    private LocalDate date() {
        boolean recent = random.nextBoolean();
        return LocalDate.ofEpochDay(
                recent ? random.nextInt(40_000) : FIRST_DAY + 2 + Math.floorMod(random.nextLong(), DAYS));
    }

    private LocalTime time() {
        long micros = Math.floorMod(random.nextLong(), MICROS_A_DAY);
        LocalTime time = LocalTime.ofNanoOfDay(micros * 1000);
        return random.nextInt(4) == 0 ? time.truncatedTo(ChronoUnit.SECONDS) : time;
    }

    private static LocalDate dateOf(String text) {
        boolean bc = text.endsWith(" BC");
        String[] parts = text.replace(" BC", "").split("-", -1);
        int year = Integer.parseInt(parts[0]);
        return LocalDate.of(bc ? 1 - year : year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static LocalDateTime bothOf(String text) {
        int blank = text.indexOf(' ');
        String behind = text.substring(blank + 1);
        String era = behind.endsWith(" BC") ? " BC" : "";
        return LocalDateTime.of(dateOf(text.substring(0, blank) + era), LocalTime.parse(behind.replace(" BC", "")));
    }

    private static LocalDateTime inUtc(String text) {
        return bothOf(text.replace("+00", ""));
    }
}
