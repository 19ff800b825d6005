package io.github.pgtwo.client.sql;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes arguments over, so that nobody changes them later. */
final class Argument {
    private static final int DEEPEST = 6;

    private Argument() {}

    /** Arrays and collections become lists; what else there is does not change. */
    static @Nullable Object copy(@Nullable Object argument) {
        return copy(argument, 0);
    }

    private static @Nullable Object copy(@Nullable Object argument, int depth) {
        if (argument instanceof byte[] bytes) {
            return bytes.clone();
        }
        boolean array = argument != null && argument.getClass().isArray();
        if (!array && !(argument instanceof Collection<?>)) {
            return argument;
        }
        if (depth == DEEPEST) {
            throw new IllegalArgumentException("an array has more than " + DEEPEST + " dimensions");
        }
        List<@Nullable Object> all = new ArrayList<>();
        if (argument instanceof Collection<?> collection) {
            collection.forEach(element -> all.add(copy(element, depth + 1)));
        } else {
            for (int i = 0; i < Array.getLength(argument); i++) {
                all.add(copy(Array.get(argument, i), depth + 1));
            }
        }
        return Collections.unmodifiableList(all);
    }
}
