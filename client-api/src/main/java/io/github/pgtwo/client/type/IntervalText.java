package io.github.pgtwo.client.type;

import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.codec.Bytes;

/**
 * The text of an interval in any style, which shows from its shape: {@code 1 day 02:00:00}, {@code @ 1 day 2 hours},
 * {@code 1 2:00:00}, {@code P1DT2H} (section 12.1).
 */
final class IntervalText {
    private static final Bytes AGO = Bytes.utf8(" ago");
    private static final Bytes ODD_ZERO = Bytes.utf8("00:000");
    private static final int LONGEST_WORD = 6;
    private static final int MOST_DIGITS = 18;
    private static final int MONTHS_A_YEAR = 12;
    private static final int MICRO_DIGITS = 6;
    private static final int SIXTY = 60;
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = SIXTY * SECOND;
    private static final long HOUR = SIXTY * MINUTE;

    private final Scan scan;
    private final boolean ago;
    private final boolean bareDays;
    private long months;
    private long days;
    private long micros;
    private int bareSign;

    private IntervalText(Bytes value, ValueFormat format) {
        int end = value.length() - AGO.length();
        ago = end > 0 && value.slice(end, value.length()).equals(AGO);
        bareDays = format.has(ServerTrait.BARE_INTERVALS);
        scan = new Scan(ago ? value.slice(0, end) : value, "is no interval");
    }

    static PgInterval read(Bytes value, ValueFormat format) {
        IntervalText text = new IntervalText(value, format);
        if (text.bareDays && value.equals(ODD_ZERO)) {
            return new PgInterval(0, 0, 0); // 7.0 writes a zero behind it
        }
        if (text.scan.take('P')) {
            text.isoParts();
        } else {
            text.parts();
        }
        text.checkSigns();
        return new PgInterval(Math.toIntExact(text.months), Math.toIntExact(text.days), text.micros);
    }

    /** The oldest servers say {@code ago} if any part is negative, and hide which. */
    private void checkSigns() {
        if (ago && bareDays && months != 0 && (days != 0 || micros != 0)) {
            throw new ValueException("has signs that this release does not tell");
        }
    }

    private void isoParts() {
        boolean time = false;
        do {
            time |= scan.take('T');
            int sign = scan.sign();
            isoPart(time, signed(sign, scan.number(1, MOST_DIGITS)), signed(sign, scan.fraction(MICRO_DIGITS)));
        } while (!scan.atEnd());
    }

    private void isoPart(boolean time, long number, long fraction) {
        if (time && scan.take('S')) {
            addTime(number, SECOND, fraction);
        } else if (fraction != 0) {
            throw scan.wrong();
        } else if (time) {
            addTime(number, scan.take('H') ? HOUR : minute(), 0);
        } else if (scan.take('Y')) {
            addMonths(number, MONTHS_A_YEAR);
        } else if (scan.take('M')) {
            addMonths(number, 1);
        } else {
            scan.expect('D');
            days = Math.addExact(days, number);
        }
    }

    private long minute() {
        scan.expect('M');
        return MINUTE;
    }

    private void parts() {
        if (scan.take('@')) {
            scan.expect(' ');
        }
        do {
            int sign = scan.sign();
            part(sign, scan.number(1, MOST_DIGITS));
        } while (!scan.atEnd());
    }

    /** A number, and what belongs to it. */
    private void part(int sign, long number) {
        if (scan.take(':')) {
            clock(sign == 0 ? bareSign : sign, number);
        } else if (scan.take('-')) {
            addMonths(signed(sign, number), MONTHS_A_YEAR);
            addMonths(signed(sign, scan.number(1, 2)), 1);
        } else {
            long fraction = scan.fraction(MICRO_DIGITS);
            boolean more = gap();
            if (more && scan.atLetter()) {
                unit(scan.word(LONGEST_WORD), signed(sign, number), signed(sign, fraction));
            } else {
                bare(sign, number, fraction, more);
                return;
            }
        }
        gap();
    }

    /** Between two parts is one blank; returns whether there is one. */
    private boolean gap() {
        if (scan.atEnd()) {
            return false;
        }
        scan.expect(' ');
        if (scan.atEnd()) {
            throw scan.wrong();
        }
        return true;
    }

    /** Days in front of a time, of the same sign if that has none; alone, they are so only for old servers. */
    private void bare(int sign, long number, long fraction, boolean more) {
        if (fraction != 0 || (number != 0 && !more && !bareDays)) {
            throw scan.wrong();
        }
        days = Math.addExact(days, signed(sign, number));
        bareSign = sign;
    }

    /** Minutes, and seconds if there are any; hours have been read. */
    private void clock(int sign, long hours) {
        int minutes = scan.two();
        int seconds = scan.take(':') ? scan.two() : 0;
        long fraction = scan.fraction(MICRO_DIGITS);
        if (minutes >= SIXTY || seconds > SIXTY) {
            throw scan.wrong();
        }
        addTime(signed(sign, hours), HOUR, 0);
        addTime(signed(sign, minutes * MINUTE + seconds * SECOND + fraction), 1, 0);
    }

    private void unit(String word, long number, long fraction) {
        if (fraction != 0 && !word.startsWith("sec")) {
            throw scan.wrong();
        }
        switch (word) {
            case "year", "years" -> addMonths(number, MONTHS_A_YEAR);
            case "mon", "mons" -> addMonths(number, 1);
            case "day", "days" -> days = Math.addExact(days, number);
            case "hour", "hours" -> addTime(number, HOUR, 0);
            case "min", "mins" -> addTime(number, MINUTE, 0);
            case "sec", "secs" -> addTime(number, SECOND, fraction);
            default -> throw scan.wrong();
        }
    }

    private long signed(int sign, long number) {
        return (sign < 0) != ago ? -number : number;
    }

    private void addMonths(long number, int factor) {
        months = Math.addExact(months, Math.multiplyExact(number, factor));
    }

    private void addTime(long number, long factor, long fraction) {
        micros = Math.addExact(micros, Math.addExact(Math.multiplyExact(number, factor), fraction));
    }

    static PgInterval binary(Bytes value, ValueFormat format) {
        boolean hasDays = format.has(ServerTrait.INTERVAL_DAYS);
        Binary.sized(value, Long.BYTES + (hasDays ? 2 : 1) * Integer.BYTES);
        int days = hasDays ? Binary.int32(value, Long.BYTES, format) : 0;
        int months = Binary.int32(value, value.length() - Integer.BYTES, format);
        return new PgInterval(months, days, Times.micros(value.slice(0, Long.BYTES), format));
    }
}
