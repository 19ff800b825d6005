package io.github.pgtwo.client.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An array: elements in the order in which the server writes them, the last subscript running fastest. Immutable.
 *
 * @param <T> what elements are in Java
 */
public final class PgArray<T> {
    private static final long MORE_THAN_ANY_LIST = 1L << 31;

    private final List<Dimension> dimensions;
    private final List<@Nullable T> elements;

    /**
     * How subscripts of one dimension count.
     *
     * @param lowerBound the first one, usually 1; servers up to 7.4 do not show it in text
     * @param length how many there are
     */
    public record Dimension(int lowerBound, int length) {
        /** Refuses less than none. */
        public Dimension {
            if (length < 0) {
                throw new ValueException("is an array with a dimension of less than no elements");
            }
        }
    }

    /**
     * An array of these elements.
     *
     * @param dimensions from the outermost; none for an empty array
     * @throws IllegalArgumentException if they have room for another number of elements
     */
    public PgArray(List<Dimension> dimensions, List<@Nullable T> elements) {
        this.dimensions = List.copyOf(dimensions);
        this.elements = Collections.unmodifiableList(new ArrayList<>(elements));
        long room = dimensions.isEmpty() ? 0 : 1;
        for (Dimension dimension : dimensions) {
            room = Math.min(room * dimension.length(), MORE_THAN_ANY_LIST);
        }
        if (room != elements.size()) {
            throw new ValueException("is an array for " + room + " elements, of which it has " + elements.size());
        }
    }

    /** The dimensions from the outermost; none if it is empty. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** All elements, of all dimensions; null for NULL. */
    public List<@Nullable T> elements() {
        return elements;
    }

    /**
     * The element at these subscripts, one for each dimension, as SQL counts them; null for NULL.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public @Nullable T get(int... subscripts) {
        if (subscripts.length != dimensions.size()) {
            throw new IndexOutOfBoundsException(
                    "an array of " + dimensions.size() + " dimensions has no " + subscripts.length + " subscripts");
        }
        int index = 0;
        for (int i = 0; i < subscripts.length; i++) {
            Dimension dimension = dimensions.get(i);
            long place = (long) subscripts[i] - dimension.lowerBound();
            index = index * dimension.length() + (int) Objects.checkIndex(place, (long) dimension.length());
        }
        return elements.get(index);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PgArray<?> that && dimensions.equals(that.dimensions) && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dimensions, elements);
    }

    /** How large it is; elements are not shown, as they may be secret. */
    @Override
    public String toString() {
        return "PgArray" + dimensions;
    }
}
