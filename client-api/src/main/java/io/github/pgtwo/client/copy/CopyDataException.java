package io.github.pgtwo.client.copy;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Something cannot be said in the text format of COPY, or is beyond a limit. */
public final class CopyDataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;

    private final int column;

    CopyDataException(String text) {
        this(text, null);
    }

    CopyDataException(String text, @Nullable Throwable cause) {
        super(text, cause);
        column = NONE;
    }

    CopyDataException(int column, String problem, @Nullable Throwable cause) {
        super("column " + column + " (from 0) " + problem, cause);
        this.column = column;
    }

    /** The column whose value it is about, from 0. */
    public OptionalInt column() {
        return column == NONE ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
