package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A type of the server, and values of it: what Java holds, and how SQL says it in a way that every DateStyle takes.
 *
 * @param edges come first, in every run
 * @param more makes one more value at random
 */
record ValueCase<T>(
        String sqlType,
        ValueType<T> type,
        List<Sample<T>> edges,
        Function<Random, Sample<T>> more,
        int since,
        int until) {

    /** A value, and its text without quotes. */
    record Sample<T>(String text, T value) {}

    ValueCase(String sqlType, ValueType<T> type, List<Sample<T>> edges, Function<Random, Sample<T>> more) {
        this(sqlType, type, edges, more, 0, Integer.MAX_VALUE);
    }

    ValueCase<T> since(int release) {
        return new ValueCase<>(sqlType, type, edges, more, release, until);
    }

    ValueCase<T> until(int release) {
        return new ValueCase<>(sqlType, type, edges, more, since, release);
    }

    boolean isIn(int release) {
        return since <= release && release <= until;
    }

    /** Values that are their own text but for its form. */
    static <T> Function<Random, Sample<T>> by(Function<Random, T> value, Function<T, String> text) {
        return value.andThen(made -> new Sample<>(text.apply(made), made));
    }

    /** The edges, and so many random ones. */
    List<Sample<T>> samples(Random random, int count) {
        List<Sample<T>> all = new ArrayList<>(edges);
        while (all.size() < edges.size() + count) {
            all.add(more.apply(random));
        }
        return all;
    }

    /** A literal of the type. */
    String literal(Sample<T> sample) {
        return "'" + sample.text().replace("'", "''") + "'::" + sqlType;
    }

    @Override
    public String toString() {
        return sqlType;
    }
}
