package io.github.pgtwo.verify.live;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something to select.
 *
 * @param argument for its placeholder, if it has one
 * @param expression in which {@code {p}} is the placeholder
 * @param holds whether that is what the server says the expression is
 */
record Specimen(@Nullable Object argument, String expression, Predicate<@Nullable String> holds) {
    static final String PLACEHOLDER = "{p}";

    /** An argument whose text is known. */
    static Specimen of(@Nullable Object argument, String text) {
        return of(argument, PLACEHOLDER, text);
    }

    /** An expression whose text is known. */
    static Specimen of(@Nullable Object argument, String expression, String text) {
        return new Specimen(argument, expression, text::equals);
    }

    boolean hasPlaceholder() {
        return expression.contains(PLACEHOLDER);
    }
}
