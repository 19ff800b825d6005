package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.math.BigDecimal;
import java.util.Optional;

/** numeric: with its scale, and of no more digits than a server can hold, so that the work is bounded. */
final class Numerics {
    private static final int MOST_DIGITS = 131072 + 16383;
    private static final int LONGEST = MOST_DIGITS + 2;
    private static final int HEADER = 4 * Short.BYTES;
    private static final int GROUP = 4;
    private static final int GROUP_LIMIT = 10_000;
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 0x4000;
    private static final int NOT_A_NUMBER = 0xC000;
    private static final int UNSIGNED = 0xffff;
    private static final String NO_NUMERIC = "is no numeric";

    private Numerics() {}

    /** The number, which NaN is not. */
    static BigDecimal number(Optional<BigDecimal> orNan) {
        return orNan.orElseThrow(() -> new ValueException("is NaN: read it as NUMERIC_OR_NAN"));
    }

    static Optional<BigDecimal> text(Bytes value, ValueFormat format) {
        String text = Texts.ascii(value, LONGEST, NO_NUMERIC);
        if (text.equals("NaN")) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if ((next < '0' || next > '9') && next != '.' && (next != '-' || i > 0)) {
                throw new ValueException(NO_NUMERIC);
            }
        }
        return Optional.of(decimal(text));
    }

    /** A second point, or none of the digits, is found by the JDK. */
    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new ValueException(NO_NUMERIC, e);
        }
    }

    static Optional<BigDecimal> binary(Bytes value, ValueFormat format) {
        Binary.refuseOpaque(format);
        int groups = value.length() < HEADER ? -1 : Binary.int16(value, 0, format);
        if (groups < 0 || value.length() != HEADER + Short.BYTES * groups) {
            throw new ValueException(NO_NUMERIC);
        }
        int sign = Binary.int16(value, 2 * Short.BYTES, format) & UNSIGNED;
        return switch (sign) {
            case NOT_A_NUMBER -> Optional.empty();
            case POSITIVE -> Optional.of(finite(value, groups, format));
            case NEGATIVE -> Optional.of(finite(value, groups, format).negate());
            default -> throw new ValueException(NO_NUMERIC);
        };
    }

    private static BigDecimal finite(Bytes value, int groups, ValueFormat format) {
        int weight = Binary.int16(value, Short.BYTES, format);
        int scale = Binary.int16(value, HEADER - Short.BYTES, format);
        if (scale < 0) {
            throw new ValueException(NO_NUMERIC);
        }
        if (groups == 0) {
            return BigDecimal.valueOf(0, scale);
        }
        char[] digits = new char[GROUP * groups];
        for (int i = 0; i < groups; i++) {
            put(Binary.int16(value, HEADER + Short.BYTES * i, format), digits, GROUP * (i + 1));
        }
        return new BigDecimal(digits)
                .scaleByPowerOfTen(GROUP * (weight - groups + 1))
                .setScale(scale);
    }

    private static void put(int group, char[] digits, int end) {
        if (group < 0 || group >= GROUP_LIMIT) {
            throw new ValueException(NO_NUMERIC);
        }
        int left = group;
        for (int at = end - 1; at >= end - GROUP; at--) {
            digits[at] = (char) ('0' + left % 10);
            left /= 10;
        }
    }
}
