package io.github.pgtwo.client.copy;

import java.util.OptionalInt;

/** Something cannot be said in the text format of COPY, or is beyond a limit. */
public final class CopyDataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;

    private final int column;

    CopyDataException(String text) {
        super(text);
        column = NONE;
    }

    CopyDataException(int column, String problem) {
        super("column " + column + " (from 0) " + problem);
        this.column = column;
    }

    /** The column whose value it is about, from 0. */
    public OptionalInt column() {
        return column == NONE ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
