package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays in binary form, from 7.4 on (section 12.4). */
final class ArrayBinary {
    private static final String NO_ARRAY = "is no array in binary form";
    private static final int HEADER = 3 * Integer.BYTES;
    private static final int ELEMENT_OID = 2 * Integer.BYTES;
    private static final int DIMENSION = 2 * Integer.BYTES;

    private ArrayBinary() {}

    static <T> PgArray<T> read(Bytes value, ValueFormat format, ValueType<T> element) {
        Binary.refuseOpaque(format);
        int count = value.length() < HEADER ? -1 : Binary.int32(value, 0, format);
        if (count < 0 || count > ArrayType.MOST_DIMENSIONS || value.length() < HEADER + DIMENSION * count) {
            throw new ValueException(NO_ARRAY);
        }
        List<PgArray.Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = HEADER + DIMENSION * i;
            int length = Binary.int32(value, at, format);
            dimensions.add(new PgArray.Dimension(Binary.int32(value, at + Integer.BYTES, format), length));
        }
        ValueFormat form = format.with(Binary.int32(value, ELEMENT_OID, format), true);
        return new PgArray<>(dimensions, elements(value, HEADER + DIMENSION * count, form, element));
    }

    /** All that there are; whether they fill the dimensions is checked behind that, so that none are made up. */
    private static <T> List<@Nullable T> elements(Bytes value, int from, ValueFormat format, ValueType<T> element) {
        List<@Nullable T> elements = new ArrayList<>();
        int at = from;
        while (at < value.length()) {
            int begin = at + Integer.BYTES;
            int length = begin > value.length() ? Integer.MAX_VALUE : Binary.int32(value, at, format);
            if (length < -1 || length > value.length() - begin) {
                throw new ValueException(NO_ARRAY);
            }
            at = begin + Math.max(length, 0);
            elements.add(length < 0 ? null : element.read(value.slice(begin, at), format));
        }
        return elements;
    }
}
