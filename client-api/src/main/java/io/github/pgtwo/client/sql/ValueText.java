package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.codec.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A value as the text that the server's type reads (protocol 2.0, section 12).
 *
 * @param type in the server's words; empty for a literal whose type follows from where it stands
 */
record ValueText(String text, String type) {
    private static final int MOST_DIGITS_BEFORE_POINT = 131_072;
    private static final int MOST_DIGITS_BEHIND_POINT = 16_383;
    private static final int MOST_BITS = 500_000;

    /** The text of one value. */
    static ValueText of(Object value, ServerProfile profile) {
        if (value instanceof Number number) {
            return ofNumber(number, profile);
        }
        if (value instanceof String || value instanceof Character) {
            return new ValueText(value.toString(), "");
        }
        if (value instanceof Boolean truth) {
            return new ValueText(truth ? "t" : "f", "bool");
        }
        if (value instanceof byte[] bytes) {
            return new ValueText(BytesText.of(Bytes.wrap(bytes), profile), "bytea");
        }
        if (value instanceof Bytes bytes) {
            return new ValueText(BytesText.of(bytes, profile), "bytea");
        }
        if (value instanceof UUID uuid) {
            return new ValueText(uuid.toString(), profile.has(ServerTrait.UUID) ? "uuid" : "");
        }
        return ofTime(value, profile);
    }

    private static ValueText ofNumber(Number number, ServerProfile profile) {
        if (number instanceof Integer) {
            return new ValueText(number.toString(), "int4");
        }
        if (number instanceof Long) {
            return new ValueText(number.toString(), "int8");
        }
        if (number instanceof Short) {
            return new ValueText(number.toString(), "int2");
        }
        if (number instanceof Double) {
            return new ValueText(number.toString(), "float8");
        }
        if (number instanceof Float) {
            // servers up to 11 round twice: to a double, and that to a float
            return new ValueText(Double.toString(number.doubleValue()), "float4");
        }
        if (number instanceof BigDecimal decimal) {
            return ofDecimal(decimal, profile);
        }
        if (number instanceof BigInteger integer) {
            return ofDecimal(new BigDecimal(integer), profile);
        }
        throw unknown(number);
    }

    private static ValueText ofDecimal(BigDecimal decimal, ServerProfile profile) {
        if (!profile.has(ServerTrait.NUMERIC)) {
            throw new IllegalArgumentException("servers before 6.5 have no decimals");
        }
        boolean fits = decimal.unscaledValue().bitLength() <= MOST_BITS
                && decimal.scale() <= MOST_DIGITS_BEHIND_POINT
                && (long) decimal.precision() - decimal.scale() <= MOST_DIGITS_BEFORE_POINT;
        if (!fits) {
            throw new IllegalArgumentException("a decimal has at most " + MOST_DIGITS_BEFORE_POINT
                    + " digits before the point and " + MOST_DIGITS_BEHIND_POINT + " behind it");
        }
        return new ValueText(decimal.toPlainString(), "numeric");
    }

    private static ValueText ofTime(Object value, ServerProfile profile) {
        if (value instanceof LocalDate date) {
            return new ValueText(TimeText.of(date), "date");
        }
        if (value instanceof LocalTime time) {
            return new ValueText(TimeText.of(time), "time");
        }
        if (value instanceof LocalDateTime local) {
            return new ValueText(TimeText.of(local, ""), TimeText.type("out", profile));
        }
        if (value instanceof OffsetDateTime offset) {
            return of(offset.toInstant(), profile);
        }
        if (value instanceof Instant instant) {
            TimeText.check(instant);
            LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            return new ValueText(TimeText.of(utc, "+00"), TimeText.type("", profile));
        }
        throw unknown(value);
    }

    private static IllegalArgumentException unknown(Object value) {
        return new IllegalArgumentException(
                "there is no literal for a " + value.getClass().getName());
    }
}
