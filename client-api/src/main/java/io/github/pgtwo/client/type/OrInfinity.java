package io.github.pgtwo.client.type;

import java.util.Optional;

/**
 * A date or timestamp, or one of the two infinities, which those of {@code java.time} cannot hold.
 *
 * @param kind which of the three it is
 * @param finite the value, unless it is infinite
 */
public record OrInfinity<T>(Kind kind, Optional<T> finite) {
    /** What there is. */
    public enum Kind {
        /** {@code -infinity}: earlier than all others. */
        NEGATIVE_INFINITY,
        /** A date or time. */
        FINITE,
        /** {@code infinity}: later than all others. */
        INFINITY
    }

    /** Checks that there is a value exactly if it is finite. */
    public OrInfinity {
        if (finite.isPresent() != (kind == Kind.FINITE)) {
            throw new IllegalArgumentException("a value is there exactly if it is finite");
        }
    }

    /** A finite value. */
    public static <T> OrInfinity<T> of(T value) {
        return new OrInfinity<>(Kind.FINITE, Optional.of(value));
    }

    /** One of the infinities. */
    public static <T> OrInfinity<T> infinite(boolean negative) {
        return new OrInfinity<>(negative ? Kind.NEGATIVE_INFINITY : Kind.INFINITY, Optional.empty());
    }

    /** As the server writes it, if it is infinite. */
    @Override
    public String toString() {
        return switch (kind) {
            case INFINITY -> "infinity";
            case NEGATIVE_INFINITY -> "-infinity";
            case FINITE -> String.valueOf(finite.get());
        };
    }
}
