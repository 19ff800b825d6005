package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.util.function.Function;

/**
 * How values of a type are read. Applications can bring their own, and register them in a {@link TypeRegistry}.
 * Thread-safe.
 *
 * @param <T> what values become in Java
 */
@FunctionalInterface
public interface ValueType<T> {

    /**
     * Reads a value that is not NULL, from its first byte to its last.
     *
     * @param format says what the bytes are: text or binary, of which type, from what kind of server
     * @throws ValueException or any other {@link IllegalArgumentException}, {@link ArithmeticException} or {@link
     *     java.time.DateTimeException} for bytes that are no such value; rows tell it with their column
     */
    T read(Bytes value, ValueFormat format);

    /** The same type, with something made of its values, which may throw what {@link #read} may. */
    default <R> ValueType<R> map(Function<? super T, ? extends R> conversion) {
        return (value, format) -> conversion.apply(read(value, format));
    }

    /** The type of arrays of this one, whose elements a comma separates; that is all types but {@code box}. */
    default ValueType<PgArray<T>> array() {
        return new ArrayType<>(this, ',');
    }
}
