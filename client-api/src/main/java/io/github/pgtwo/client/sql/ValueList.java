package io.github.pgtwo.client.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values for IN: {@code Sql.of("... where id in {1}", ValueList.of(ids))}. Works with every server, while comparing with
 * ANY of an array needs 7.4. Immutable.
 */
public final class ValueList {
    private final List<@Nullable Object> values;

    private ValueList(List<@Nullable Object> values) {
        this.values = values;
    }

    /**
     * A list of values of the classes that {@link Sql} takes.
     *
     * @throws IllegalArgumentException if there are none, for which SQL has no words
     */
    public static ValueList of(Collection<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("IN takes at least one value");
        }
        List<@Nullable Object> all = new ArrayList<>();
        values.forEach(value -> all.add(Argument.copy(value)));
        return new ValueList(Collections.unmodifiableList(all));
    }

    List<@Nullable Object> values() {
        return values;
    }
}
