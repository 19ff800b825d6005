package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a date or timestamp, whose DateStyle shows from its shape (section 12.2). */
final class DateTimeText {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int YEAR_DIGITS = 4;
    private static final int MOST_YEAR_DIGITS = 7;
    private static final int LONGEST_ZONE = 10;
    private static final String BEFORE_CHRIST = "BC";

    private final Scan scan;
    private final ValueFormat format;
    private int year;
    private int month;
    private int day;
    private long nanoOfDay;
    private boolean beforeChrist;
    private @Nullable ZoneOffset offset;
    private @Nullable String zone;

    private DateTimeText(Bytes value, ValueFormat format, String problem) {
        scan = new Scan(value, problem);
        this.format = format;
    }

    static LocalDate date(Bytes value, ValueFormat format) {
        DateTimeText text = new DateTimeText(value, format, "is no date");
        text.numericDate();
        text.rest();
        text.refuseZone();
        return text.date();
    }

    static LocalDateTime timestamp(Bytes value, ValueFormat format) {
        DateTimeText text = new DateTimeText(value, format, "is no timestamp");
        text.dateAndTime();
        text.rest();
        text.refuseZone();
        return text.dateTime();
    }

    static OffsetDateTime timestamptz(Bytes value, ValueFormat format) {
        DateTimeText text = new DateTimeText(value, format, "is no timestamp with time zone");
        text.dateAndTime();
        text.rest();
        LocalDateTime local = text.dateTime();
        return local.atOffset(text.offsetAt(local));
    }

    private void refuseZone() {
        if (offset != null || zone != null) {
            throw Times.lostZone();
        }
    }

    private void dateAndTime() {
        if (scan.atLetter()) {
            dateByName();
            return;
        }
        numericDate();
        scan.expect(' ');
        nanoOfDay = Times.nanoOfDay(scan);
    }

    /** {@code Fri Dec 31 23:59:59.50 1999}, or {@code Fri 31 Dec 23:59:59.50 1999}. */
    private void dateByName() {
        scan.word(3);
        scan.expect(' ');
        boolean dayFirst = scan.atDigit();
        if (dayFirst) {
            day = scan.two();
            scan.expect(' ');
        }
        month = 1 + MONTHS.indexOf(scan.word(3));
        scan.expect(' ');
        if (!dayFirst) {
            day = scan.two();
            scan.expect(' ');
        }
        nanoOfDay = Times.nanoOfDay(scan);
        scan.expect(' ');
        year = year();
    }

    private int year() {
        return (int) scan.number(YEAR_DIGITS, MOST_YEAR_DIGITS);
    }

    /** {@code 1999-12-31}, {@code 31.12.1999}, or one of those that leave open what is the month. */
    private void numericDate() {
        if (scan.digitsAhead() >= YEAR_DIGITS) {
            year = year();
            scan.expect('-');
            month = scan.two();
            scan.expect('-');
            day = scan.two();
            return;
        }
        int first = scan.two();
        int separator = scan.take('.') ? '.' : scan.take('/') ? '/' : '-';
        if (separator == '-') {
            scan.expect('-');
        }
        int second = scan.two();
        scan.expect(separator);
        year = year();
        boolean dayFirst = separator == '.' || format.dayFirst();
        day = dayFirst ? first : second;
        month = dayFirst ? second : first;
    }

    /** The zone, and whether it is before Christ, which old servers say in front of the zone. */
    private void rest() {
        while (!scan.atEnd()) {
            boolean apart = scan.take(' ');
            int sign = scan.sign();
            if (sign != 0 && offset == null && zone == null) {
                offset = Times.offset(scan, sign);
            } else if (apart && scan.atLetter()) {
                suffix(scan.letters(LONGEST_ZONE));
            } else {
                throw scan.wrong();
            }
        }
    }

    private void suffix(String word) {
        if (!beforeChrist && word.equals(BEFORE_CHRIST)) {
            beforeChrist = true;
        } else if (zone == null && offset == null) {
            zone = word;
        } else {
            throw scan.wrong();
        }
    }

    private LocalDate date() {
        if (year == 0) {
            throw new ValueException("is in the year 0, which does not exist");
        }
        return LocalDate.of(beforeChrist ? 1 - year : year, month, day);
    }

    private LocalDateTime dateTime() {
        return date().atStartOfDay().plusNanos(nanoOfDay);
    }

    private ZoneOffset offsetAt(LocalDateTime local) {
        if (offset != null) {
            return offset;
        }
        return zone == null ? Zones.unsaid(local, format) : Zones.named(zone, local, format);
    }
}
