package io.github.pgtwo.client.type;

import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.codec.Bytes;
import java.util.Locale;
import java.util.regex.Pattern;

/** Floating point numbers, which servers up to 11 round when they write them (section 12.1). */
final class Floats {
    private static final Pattern FINITE = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?(e[+-]?\\d{1,3})?");
    private static final int LONGEST = 810;
    private static final String NO_NUMBER = "is no floating point number";

    private Floats() {}

    static float text4(Bytes value, ValueFormat format) {
        String text = Texts.ascii(value, LONGEST, NO_NUMBER);
        if (!FINITE.matcher(text).matches()) {
            return (float) special(text, format);
        }
        float number = Float.parseFloat(text);
        if (Float.isInfinite(number)) {
            throw Integers.outOfRange();
        }
        return number;
    }

    static double text8(Bytes value, ValueFormat format) {
        String text = Texts.ascii(value, LONGEST, NO_NUMBER);
        if (!FINITE.matcher(text).matches()) {
            return special(text, format);
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw Integers.outOfRange();
        }
        return number;
    }

    /** The oldest servers leave these words to their C library. */
    private static double special(String text, ValueFormat format) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "-infinity", "-inf" -> Double.NEGATIVE_INFINITY;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "infinity" -> infinity(format);
            default -> throw new ValueException(NO_NUMBER);
        };
    }

    private static double infinity(ValueFormat format) {
        if (format.has(ServerTrait.INFINITY_WITHOUT_SIGN)) {
            throw new ValueException("is infinity or minus infinity, which this release does not tell apart");
        }
        return Double.POSITIVE_INFINITY;
    }

    static float binary4(Bytes value, ValueFormat format) {
        return Float.intBitsToFloat(Binary.int32(Binary.sized(value, Float.BYTES), 0, format));
    }

    static double binary8(Bytes value, ValueFormat format) {
        return Binary.float64(Binary.sized(value, Double.BYTES), 0, format);
    }
}
