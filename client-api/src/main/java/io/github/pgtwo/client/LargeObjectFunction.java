package io.github.pgtwo.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that make up large objects (section 8.3). */
enum LargeObjectFunction {
    LO_OPEN,
    LO_CLOSE,
    LOREAD,
    LOWRITE,
    LO_LSEEK,
    LO_CREAT,
    LO_TELL,
    LO_UNLINK,
    LO_CREATE,
    LO_TRUNCATE,
    LO_LSEEK64,
    LO_TELL64,
    LO_TRUNCATE64;

    /** The name in the server's catalog. */
    String catalogName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that has this name in the catalog. */
    static Optional<LargeObjectFunction> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(function -> function.catalogName().equals(name))
                .findFirst();
    }

    /** All names as literals. */
    static String names() {
        return Arrays.stream(values())
                .map(function -> "proname = '" + function.catalogName() + "'")
                .collect(Collectors.joining(" or "));
    }
}
