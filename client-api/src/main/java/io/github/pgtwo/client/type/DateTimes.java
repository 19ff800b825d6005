package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates and timestamps, and what is special among them: infinities, and reserved values of old servers. */
final class DateTimes {
    private static final Bytes EPOCH_WORD = Bytes.utf8("epoch");
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_SECOND = 946_684_800;
    private static final int MICROS_A_SECOND = 1_000_000;
    private static final int LONGEST_WORD = 9;
    private static final int FIRST_RESERVED_ABSTIME = 0x7ffffffc;

    private DateTimes() {}

    /** Text that may say {@code infinity} in place of what is expected. */
    static <T> ValueType<OrInfinity<T>> text(ValueType<T> finite) {
        return (value, format) -> {
            String word = value.length() > LONGEST_WORD ? "" : value.text(StandardCharsets.ISO_8859_1);
            return switch (word) {
                case "infinity" -> OrInfinity.infinite(false);
                case "-infinity" -> OrInfinity.infinite(true);
                case "current", "invalid" -> throw reserved();
                default -> OrInfinity.of(finite.read(value, format));
            };
        };
    }

    private static ValueException reserved() {
        return new ValueException("is one of the words by which old servers mean no fixed time");
    }

    static <T> T finite(OrInfinity<T> value) {
        return value.finite()
                .orElseThrow(
                        () -> new ValueException("is " + value + ": read it by the type that ends in _OR_INFINITY"));
    }

    /** Old servers write {@code epoch} for the beginning of Unix time, where they have kept that word. */
    static OffsetDateTime timestamptz(Bytes value, ValueFormat format) {
        return value.equals(EPOCH_WORD)
                ? Instant.EPOCH.atOffset(ZoneOffset.UTC)
                : DateTimeText.timestamptz(value, format);
    }

    static OrInfinity<LocalDate> binaryDate(Bytes value, ValueFormat format) {
        int days = Binary.int32(Binary.sized(value, Integer.BYTES), 0, format);
        return days == Integer.MAX_VALUE || days == Integer.MIN_VALUE
                ? OrInfinity.infinite(days < 0)
                : OrInfinity.of(EPOCH.plusDays(days));
    }

    static OrInfinity<LocalDateTime> binaryTimestamp(Bytes value, ValueFormat format) {
        Binary.sized(value, Long.BYTES);
        if (format.floatTimes()) {
            return seconds(Binary.float64(value, 0, format));
        }
        long micros = Binary.int64(value, 0, format);
        return micros == Long.MAX_VALUE || micros == Long.MIN_VALUE
                ? OrInfinity.infinite(micros < 0)
                : OrInfinity.of(ofMicros(micros));
    }

    private static OrInfinity<LocalDateTime> seconds(double seconds) {
        if (Double.isInfinite(seconds)) {
            return OrInfinity.infinite(seconds < 0);
        }
        if (Double.isNaN(seconds) || Math.abs(seconds) == Double.MIN_NORMAL) {
            throw reserved();
        }
        return OrInfinity.of(ofMicros(Times.micros(seconds)));
    }

    private static LocalDateTime ofMicros(long micros) {
        long second = EPOCH_SECOND + Math.floorDiv(micros, MICROS_A_SECOND);
        int nano = 1000 * Math.floorMod(micros, MICROS_A_SECOND);
        return LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC);
    }

    static OrInfinity<OffsetDateTime> binaryTimestamptz(Bytes value, ValueFormat format) {
        OrInfinity<LocalDateTime> utc = binaryTimestamp(value, format);
        return new OrInfinity<>(utc.kind(), utc.finite().map(local -> local.atOffset(ZoneOffset.UTC)));
    }

    /** A Unix time of 32 bits, the last four of which are reserved, and the first one or two. */
    static OrInfinity<OffsetDateTime> binaryAbstime(Bytes value, ValueFormat format) {
        int seconds = Binary.int32(Binary.sized(value, Integer.BYTES), 0, format);
        if (seconds == FIRST_RESERVED_ABSTIME || seconds <= Integer.MIN_VALUE + 1) {
            return OrInfinity.infinite(seconds < 0);
        }
        if (seconds > FIRST_RESERVED_ABSTIME) {
            throw reserved();
        }
        return OrInfinity.of(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }
}
